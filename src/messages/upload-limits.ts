/** Some six thousand rows, almost twenty times the history that ships with the program; in MB, then in bytes. */
export const LARGEST_UPLOAD_MB = 2
export const LARGEST_UPLOAD = LARGEST_UPLOAD_MB * 1024 * 1024

/** Organisations and steps, and a few more that were kept apart. */
export const MOST_FILES = 5

/** What a form that brings files may hold. */
export const uploadLimits = { fileSize: LARGEST_UPLOAD, files: MOST_FILES, fields: 10, parts: 15 } as const
