import type { ComponentChildren } from 'preact'

/** A text whose web addresses can be followed: several may stand side by side in a source. */
export const linked = (text: string): ComponentChildren =>
  text.split(/(https?:\/\/[^\s|;,]+)/).map((part, place) =>
    place % 2 === 1 ? (
      <a key={place} href={part} rel="noreferrer">
        {part}
      </a>
    ) : (
      part
    ),
  )
