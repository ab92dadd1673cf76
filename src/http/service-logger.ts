import { pino, type Logger } from 'pino'
import type { Settings } from '#src/config/settings.js'

/**
 * Logs as JSON lines on standard error, one request a line with its id. A request is told by its method and path alone:
 * no address, no header, no query and no body, hence no personal data.
 */
export const serviceLogger = (level: Settings['logLevel']): Logger =>
  pino(
    {
      level,
      base: null,
      serializers: {
        req: ({ method, url }: { readonly method: string; readonly url: string }) => ({
          method,
          path: url.split('?')[0],
        }),
        res: ({ statusCode }: { readonly statusCode: number }) => ({ statusCode }),
      },
    },
    pino.destination({ dest: 2, sync: true }),
  )
