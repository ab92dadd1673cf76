import { pino, type DestinationStream, type Logger } from 'pino'
import type { Settings } from '#src/config/settings.js'

/**
 * Logs as JSON lines, on standard error unless told otherwise. Where fastify itself logs a request, it is told by its
 * method and path alone: no address, no header, no query and no body, hence no personal data.
 */
export const serviceLogger = (
  level: Settings['logLevel'],
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger =>
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
    destination,
  )
