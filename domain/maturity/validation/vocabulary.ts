/** What a criterion may ask of an attribute: quantities compare, codes and flags equal. */
export type AttributeNature =
  | { readonly type: 'quantity' }
  | { readonly type: 'codes'; readonly codes: readonly string[] }
  | { readonly type: 'flag' }

/** One kind of evidence that the catalogue of steps can yield, and the attributes that it may carry. */
export interface EvidenceKind {
  readonly sort: 'occurrence' | 'standing'
  readonly attributes: Readonly<Record<string, AttributeNature>>
}

/**
 * Every kind of evidence by its code. A running kind `residency` gives the standings `residency`,
 * `residency-undertaken` and `residency-planned` and the occurrences `residency-completed` and `residency-abandoned`;
 * a lasting kind `lab` the standings `lab`, `lab-planned` and the occurrences `lab-begun` and `lab-ended`; a punctual
 * kind `seminar` the occurrence `seminar` and the standing `seminar-planned`; and there is one occurrence `support`.
 */
export type Vocabulary = ReadonlyMap<string, EvidenceKind>
