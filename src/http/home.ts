import type { FastifyPluginCallback } from 'fastify'

/** Three calls that show what the service answers, on the history that ships with it. */
export const callsToTry = [
  {
    path: '/v1/organisations?q=bourgogne',
    fr: 'chercher une organisation',
    en: 'search for an organisation',
  },
  {
    path: '/v1/organisations/region-champagne-ardenne/trajectory?asOf=2015-11-26',
    fr: 'où en était la Région Champagne-Ardenne, depuis quand et pourquoi',
    en: 'where Région Champagne-Ardenne stood, since when and why',
  },
  {
    path: '/v1/organisations/ville-de-paris/steps',
    fr: 'l’histoire de la Ville de Paris',
    en: 'the history of Ville de Paris',
  },
] as const

const page = `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Trajectoires</title>
<h1>Trajectoires</h1>
<p>Où en est chaque administration sur le chemin de l’innovation, depuis quand et pourquoi.</p>
<ul>
${callsToTry.map(({ path, fr, en }) => `<li><a href="${path.replaceAll('&', '&amp;')}">${fr}</a> <span lang="en">(${en})</span></li>`).join('\n')}
<li><a href="/docs">toute l’interface</a> <span lang="en">(the whole interface)</span></li>
</ul>
</html>
`

/** The address to open: what there is, and where to begin. */
export const homeRoutes: FastifyPluginCallback = (server, _options, done) => {
  server.get('/', { schema: { hide: true } }, (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', "default-src 'none'").send(page),
  )
  done()
}
