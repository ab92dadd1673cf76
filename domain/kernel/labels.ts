/** A text that a person reads, French first. */
export interface Labels {
  readonly fr: string
  readonly en: string
}
