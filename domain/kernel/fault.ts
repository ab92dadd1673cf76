/** One thing that is wrong with a content, and where: `path` as in `attributes.team`. */
export interface Fault {
  readonly path: string
  readonly message: string
}
