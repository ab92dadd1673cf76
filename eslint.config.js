import tseslint from 'typescript-eslint'
import prettier from 'eslint-config-prettier'
import { readdirSync } from 'node:fs'

/** The floors of the house, lowest first: an import only goes down. */
const floors = ['domain', 'projections', 'adapters', 'src']

/** Both spellings of an import that leaves its floor upwards: by alias and by relative path. */
const upwards = (floor) => {
  const above = [...floors.slice(floors.indexOf(floor) + 1), 'test']
  return {
    regex: `^(#|(\\.{1,2}/(.*/)?)?\\.\\./)(${above.join('|')})/`,
    message: `${floor}/ may only import from the floors below it (domain < projections < adapters < src).`,
  }
}

const pureMessage = 'The core is pure: time, ids, files, sockets and settings come in as values.'
const pureGlobals = [
  'process',
  'fetch',
  'WebSocket',
  'EventSource',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'console',
  'performance',
  'crypto',
  'Buffer',
  'globalThis',
  'global',
  'require',
].map((name) => ({ name, message: pureMessage }))

/** The only packages that the pure floors may use: they compute, and touch nothing. */
const purePackages = ['zod', 'ts-pattern', 'canonicalize', 'sorted-btree']

const pureImports = {
  regex: `^(?!\\.|#|(${purePackages.join('|')})$)`,
  message: `${pureMessage} Allowed packages: ${purePackages.join(', ')}.`,
}

const floorRules = (floor, extra = []) => ({
  files: [`${floor}/**/*.{ts,tsx}`],
  rules: { 'no-restricted-imports': ['error', { patterns: [upwards(floor), ...extra] }] },
})

/** Whoever comes in sees the use cases, and nothing of what stands behind the door. */
const behindTheDoor = [
  {
    regex: '^#(adapters|src/composition|src/handling/(reading|house|models/follow))',
    message:
      'HTTP, pages and commands enter by the door: enter(request), or the faces that a command is given.',
  },
  {
    regex: '^#domain/ports/event-log\\.js$',
    allowImportNames: ['Position', 'Revision'],
    message: 'The log stands behind the door; only positions and revisions are spoken of in front of it.',
  },
  {
    regex: '^#domain/ports/(read-store|dossiers)\\.js$',
    message: 'What is kept stands behind the door.',
  },
]

/** A task meets another one's use cases, never its routes, pages or commands. */
const otherTasks = readdirSync(new URL('./src/tasks', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

const inFrontOfTheDoor = (files, own) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          upwards('src'),
          ...behindTheDoor,
          {
            regex: `^#src/tasks/(?!${own}/)[a-z-]+/(http|pages|cli)/`,
            message: 'Another task is met by its use cases only.',
          },
        ],
      },
    ],
  },
})

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.tap/', 'coverage/', 'data/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
        { selector: 'ExportDefaultDeclaration', message: 'Export by name: one concept, one name.' },
      ],
    },
  },
  floorRules('domain', [pureImports]),
  floorRules('projections', [pureImports]),
  floorRules('adapters'),
  floorRules('src'),
  inFrontOfTheDoor(['src/http/**', 'src/web/**', 'src/cli/**'], 'none'),
  ...otherTasks.map((task) =>
    inFrontOfTheDoor([`src/tasks/${task}/{http,pages,cli}/**`, `src/tasks/${task}/task.ts`], task),
  ),
  {
    files: ['domain/**/*.{ts,tsx}', 'projections/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-globals': ['error', ...pureGlobals],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: pureMessage },
        { object: 'Math', property: 'random', message: pureMessage },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: pureMessage },
        { selector: "CallExpression[callee.name='Date']", message: pureMessage },
        { selector: 'ImportExpression', message: 'The core imports what it needs at the top of the file.' },
        { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
        { selector: 'ExportDefaultDeclaration', message: 'Export by name: one concept, one name.' },
      ],
    },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      // A subtest is asynchronous by its runner's convention, whether it awaits or not.
      '@typescript-eslint/require-await': 'off',
    },
  },
  prettier,
)
