/** In bytes: some eight thousand rows, over fifty times the history that ships with the program. */
export const LARGEST_UPLOAD = 2 * 1024 * 1024

/** Organisations and steps, and a few more that were kept apart. */
export const MOST_FILES = 5

/** What a form that brings files may hold. */
export const uploadLimits = { fileSize: LARGEST_UPLOAD, files: MOST_FILES, fields: 10, parts: 15 } as const
