import type { ComponentChildren } from 'preact'

export type HeadingLevel = 2 | 3 | 4

/** A heading whose depth depends on where its part of the page stands. */
export const Heading = ({
  level,
  children,
}: {
  readonly level: HeadingLevel
  readonly children: ComponentChildren
}) => {
  const Tag = `h${level}` as const
  return <Tag>{children}</Tag>
}
