import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { z } from 'zod'
import { readConnectionString } from '#adapters/event-log/eventstoredb/connection-string.js'
import { readSettings } from '#src/config/settings.js'
import { DOCKER, readCompose, textOf, type ComposeFile, type ComposeService } from './compose-files.js'
import { serverOptions } from './server-options.js'

const secrets = { ADMIN_PASSWORD: 'admin123', OPS_PASSWORD: 'ops123', APP_PASSWORD: 'app123' }
const single = readCompose('compose.yaml', {})
const cluster = readCompose('compose.cluster.yaml', secrets)
const files: readonly (readonly [string, ComposeFile])[] = [
  ['one node', single],
  ['cluster', cluster],
]
const each = (file: ComposeFile, image: RegExp): readonly (readonly [string, ComposeService])[] =>
  Object.entries(file.services).filter(([, service]) => image.test(service.image))
const databases = (file: ComposeFile) => each(file, /^eventstore\/eventstore:/)
const applications = (file: ComposeFile) =>
  each(file, /^trajectoires:/).filter(([, { entrypoint }]) => entrypoint === undefined)
const nodes = databases(cluster)

t.test('there are as many databases and applications as the files say', async (t) => {
  t.strictSame([databases(single).length, applications(single).length], [1, 1])
  t.strictSame([nodes.length, applications(cluster).length], [3, 2])
})

for (const [name, file] of files) {
  t.test(`${name}: every image has a fixed version`, async (t) => {
    for (const { image } of Object.values(file.services)) {
      if (image === 'trajectoires:local') continue
      t.match(image, /^[a-z/-]+:\d+\.\d+\.\d+(-[a-z]+)?$/)
    }
  })

  t.test(`${name}: every option of a database is one that the server knows`, async (t) => {
    for (const [, { environment }] of databases(file)) {
      const named = Object.keys(environment)
      t.ok(named.length > 4)
      for (const option of named) {
        t.ok(
          option.startsWith('EVENTSTORE_') && serverOptions.has(option.slice('EVENTSTORE_'.length)),
          option,
        )
      }
      // Links in $all would come between the facts.
      t.equal(environment['EVENTSTORE_RUN_PROJECTIONS'], 'None')
      t.equal(environment['EVENTSTORE_START_STANDARD_PROJECTIONS'], 'false')
    }
  })

  t.test(`${name}: nothing is published beyond this machine, and no port twice`, async (t) => {
    const ports = Object.values(file.services).flatMap(({ ports }) => ports)
    t.ok(ports.every((port) => /^127\.0\.0\.1:\d+:(2113|2727)$/.test(port)))
    t.equal(new Set(ports.map((port) => port.split(':')[1])).size, ports.length)
    for (const [, { ports: own }] of databases(file)) t.match(own, [/:2113$/])
    for (const [, { ports: own }] of applications(file)) t.match(own, [/:2727$/])
  })

  t.test(`${name}: databases tell whether they live, and nobody starts before who he needs`, async (t) => {
    for (const [, { healthcheck, environment }] of databases(file)) {
      const scheme = environment['EVENTSTORE_INSECURE'] === 'true' ? 'http' : 'https'
      t.match(healthcheck?.test.at(-1), ` ${scheme}://localhost:2113/health/live `)
    }
    for (const [needing, { depends_on }] of Object.entries(file.services)) {
      for (const [needed, { condition }] of Object.entries(depends_on)) {
        const service = file.services[needed]
        t.ok(service, `${needing} needs ${needed}`)
        t.equal(condition === 'service_healthy', service?.healthcheck !== undefined, needed)
      }
    }
  })

  t.test(`${name}: every volume is declared, and every declared one is used`, async (t) => {
    const used = Object.values(file.services).flatMap(({ volumes }) => volumes.map((at) => at.split(':')[0]))
    t.strictSame([...new Set(used)].sort(), Object.keys(file.volumes).sort())
    for (const [, { volumes }] of databases(file))
      t.ok(volumes.some((at) => at.endsWith(':/var/lib/eventstore')))
  })

  t.test(`${name}: the application takes its settings, and has no rights to spare`, async (t) => {
    for (const [, app] of applications(file)) {
      const environment = { ...imageSettings(), ...strings(app.environment) }
      const read = readSettings(environment)
      t.match(read, { valid: true, settings: { host: '0.0.0.0', port: 2727, trustedHosts: ['localhost'] } })
      t.match(readConnectionString(environment['EVENT_LOG'] ?? ''), { secure: name === 'cluster' })
      t.strictSame([app.read_only, app.cap_drop, app.tmpfs], [true, ['ALL'], ['/tmp']])
      t.ok(app.volumes.some((at) => at.endsWith(':/data')))
      t.equal(app.user, undefined, 'the image’s own user')
    }
  })
}

t.test('cluster: each node seeds from the two others, by a name that its certificate covers', async (t) => {
  const names = nodes.map(([name]) => name)
  t.strictSame(names, ['esdb-1', 'esdb-2', 'esdb-3'])
  const certificates = cluster.services['certificates']?.command?.join('\n') ?? ''
  t.match(certificates, '-ip-addresses 127.0.0.1 -dns-names localhost,esdb-$node')
  t.match(certificates, /for node in 1 2 3;/)
  nodes.forEach(([name, { environment, networks }], index) => {
    const others = names.filter((other) => other !== name)
    t.equal(environment['EVENTSTORE_GOSSIP_SEED'], others.map((other) => `${other}:2113`).join(','))
    t.equal(environment['EVENTSTORE_CLUSTER_SIZE'], 3)
    t.equal(environment['EVENTSTORE_NODE_HOST_ADVERTISE_AS'], name)
    t.equal(environment['EVENTSTORE_REPLICATION_HOST_ADVERTISE_AS'], name)
    t.equal(environment['EVENTSTORE_CERTIFICATE_FILE'], `/certs/node${index + 1}/node.crt`)
    t.equal(environment['EVENTSTORE_CERTIFICATE_PRIVATE_KEY_FILE'], `/certs/node${index + 1}/node.key`)
    t.equal(environment['EVENTSTORE_INSECURE'], undefined)
    t.strictSame(networks, ['cluster'])
  })
})

t.test('cluster: applications know all three nodes, as a user that is no administrator', async (t) => {
  for (const [, { environment }] of applications(cluster)) {
    t.equal(
      environment['EVENT_LOG'],
      'esdb://trajectoires:app123@esdb-1:2113,esdb-2:2113,esdb-3:2113' +
        '?tls=true&tlsCAFile=/authority/ca.crt&nodePreference=leader',
    )
  }
  const rights = cluster.services['rights']
  t.equal(rights?.environment['APP_USER'], 'trajectoires')
  t.equal(rights?.environment['APP_PASSWORD'], 'app123')
})

t.test('cluster: keys are for the nodes alone', async (t) => {
  for (const [name, { volumes }] of Object.entries(cluster.services)) {
    const keys = volumes.filter((at) => at.startsWith('certificates:'))
    const mayHave = name.startsWith('esdb-') || name === 'certificates'
    t.equal(keys.length, mayHave ? 1 : 0, name)
    if (name !== 'certificates')
      t.ok(
        keys.every((at) => at.endsWith(':ro')),
        name,
      )
  }
})

t.test('cluster: without passwords it does not start, and the sample holds none', async (t) => {
  for (const name of Object.keys(secrets)) {
    t.throws(() => readCompose('compose.cluster.yaml', { ...secrets, [name]: '' }), {
      message: `${name} is not set: set it in docker/.env`,
    })
    t.match(textOf('.env.sample'), new RegExp(`^${name}=$`, 'm'))
  }
  t.match(readFileSync(join(DOCKER, '../.gitignore'), 'utf8'), /^docker\/\.env$/m)
})

t.test('the image is built in two stages, and runs as a user without rights', async (t) => {
  const stages = dockerfile().filter(({ instruction }) => instruction === 'FROM')
  t.strictSame(
    stages.map(({ rest }) => rest),
    ['node:${NODE} AS build', 'node:${NODE}-slim'],
  )
  t.match(dockerfile()[0], { instruction: 'ARG', rest: /^NODE=\d+\.\d+\.\d+-bookworm$/ })
  const last = dockerfile().slice(dockerfile().findLastIndex(({ instruction }) => instruction === 'FROM'))
  t.strictSame(
    last.filter(({ instruction }) => instruction === 'USER').map(({ rest }) => rest),
    ['node'],
  )
  t.notOk(
    last.some(({ rest }) => /\b(apt|npm|npx|curl)\b/.test(rest)),
    'nothing is installed or compiled there',
  )
  t.match(dockerfile().find(({ rest }) => rest.startsWith('npx tsc'))?.rest, /npm prune --omit=dev/)
})

t.test('the image tells whether it is ready, and starts the server', async (t) => {
  const rest = (name: string): string | undefined =>
    dockerfile().findLast(({ instruction }) => instruction === name)?.rest
  t.match(rest('HEALTHCHECK'), '/health/ready')
  t.equal(rest('ENTRYPOINT'), '["node", "dist/src/main.js"]')
  t.equal(rest('CMD'), '["serve"]')
  t.equal(rest('EXPOSE'), imageSettings()['PORT'])
  t.match(readSettings(imageSettings()), { valid: false }, 'who runs it says by which names it is called')
})

t.test('what the image copies is there, and is not kept from it', async (t) => {
  const ignored = readFileSync(join(DOCKER, '../.dockerignore'), 'utf8').split('\n')
  t.equal(
    ignored.find((line) => line !== '' && !line.startsWith('#')),
    '*',
    'nothing unless it is named',
  )
  const copied = dockerfile()
    .filter(({ instruction, rest }) => instruction === 'COPY' && !rest.startsWith('--from'))
    .flatMap(({ rest }) => rest.split(' ').slice(0, -1))
  t.ok(copied.length > 6)
  for (const path of copied) {
    t.ok(existsSync(join(DOCKER, '..', path)), path)
    t.ok(
      ignored.some((line) => line.startsWith('!') && `${path}/`.startsWith(`${line.slice(1)}/`)),
      path,
    )
  }
})

t.test('what the image runs imports no package that is only for development', async (t) => {
  const { dependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(DOCKER, '../package.json'), 'utf8')))
  const imported = ['domain', 'projections', 'adapters', 'src'].flatMap((room) =>
    readdirSync(join(DOCKER, '..', room), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .flatMap((path) => packagesOf(readFileSync(join(DOCKER, '..', room, path), 'utf8'))),
  )
  t.ok(imported.includes('fastify'))
  t.strictSame(
    [...new Set(imported)].filter((name) => dependencies[name] === undefined),
    [],
  )
})

/** The packages that a module needs when it runs; types are gone by then. */
const packagesOf = (module: string): readonly string[] =>
  [...module.matchAll(/^(?:import|export) (?!type )[\w\s{},*]*(?:from )?'([^'#.][^']*)'/gm)]
    .map(([, name = '']) => (name.startsWith('@') ? /^[^/]+\/[^/]+/ : /^[^/]+/).exec(name)?.[0] ?? '')
    .filter((name) => !name.startsWith('node:'))

interface Instruction {
  readonly instruction: string
  readonly rest: string
}

/** The image's recipe, one instruction a line. */
const dockerfile = (): readonly Instruction[] =>
  textOf('Dockerfile')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [instruction = '', ...rest] = line.trim().split(/\s+/)
      return { instruction, rest: rest.join(' ') }
    })

/** What the image itself sets. */
const imageSettings = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    dockerfile()
      .filter(({ instruction }) => instruction === 'ENV')
      .flatMap(({ rest }) => rest.split(' '))
      .map((pair) => pair.split('=') as [string, string]),
  )

const strings = (environment: ComposeService['environment']): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, String(value)]))
