import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'

/** Everything comes from here, over plain HTTP on the loopback. */
const contentPolicy = {
  'default-src': "'self'",
  'base-uri': "'self'",
  'font-src': "'self' data:",
  'frame-ancestors': "'self'",
  'img-src': "'self' data:",
  'object-src': "'none'",
  'script-src': "'self'",
  'script-src-attr': "'none'",
  'style-src': "'self'",
}

/** The interface described by the schemas that it runs on: OpenAPI 3.1 at /openapi.json, to browse at /docs. */
export const registerDocs = async (server: FastifyInstance): Promise<void> => {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Trajectoires',
        version: '1',
        description:
          'Où en est chaque administration sur le chemin de l’innovation, depuis quand et pourquoi. ' +
          'Les erreurs sont des documents RFC 9457 (application/problem+json) avec un code stable. ' +
          '(Where each administration stands, since when and why. Errors are RFC 9457 documents with a stable code.)',
      },
      tags: [
        { name: 'organisations', description: 'qui elles sont (who they are)' },
        { name: 'étapes', description: 'ce qu’elles ont fait (what they did)' },
        { name: 'trajectoire', description: 'où elles en sont (where they stand)' },
        { name: 'suivi', description: 'qui rappeler, et qui est adhérent (follow-up)' },
        {
          name: 'imports',
          description: 'des fichiers, essayés puis enregistrés (files, tried then recorded)',
        },
        { name: 'programmes', description: 'qui y a pris part, et ce qui en est sorti (who took part)' },
        { name: 'modèles', description: 'par quelle règle (by which rule)' },
        { name: 'exploitation', description: 'santé du service (operations)' },
      ],
    },
    // The pages have no tag: they are for people.
    hideUntagged: true,
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  await server.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: contentPolicy,
    uiConfig: { validatorUrl: null },
  })
  server.get('/openapi.json', { schema: { hide: true } }, () => server.swagger())
}
