import { SingleBar } from 'cli-progress'
import { Command } from 'commander'
import { match } from 'ts-pattern'
import { z } from 'zod'
import {
  type Copied,
  type CopyOutcome,
  type CopyProgress,
} from '#src/tasks/operating/use-cases/copy/copy-log.js'
import type { Difference, Place } from '#src/tasks/operating/use-cases/copy/compare-logs.js'
import { addressFault, LogAddressTyped } from '#src/typed/log-address.js'
import { copyBetween } from '#src/tasks/operating/use-cases/copy/copy-between.js'
import { inFrench } from '#src/messages/faults.js'
import { complainOf, complainOfFaults } from '#src/cli/complain.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus, Terminal } from '#src/cli/terminal.js'

const Input = z.object({ from: LogAddressTyped, to: LogAddressTyped, json: z.boolean().optional() })

/** `copy --from … --to …`: a log into another engine, and back. */
export const copyCommand = (surroundings: Surroundings, end: (status: ExitStatus) => void): Command =>
  new Command('copy')
    .description('copie un journal dans un autre moteur, et le vérifie (copy a log into another engine)')
    .requiredOption('--from <journal>', 'sqlite:<dossier ou fichier>, ou esdb://…')
    .requiredOption('--to <journal>', 'de même ; vide, ou le début de la même copie')
    .option('--json', 'le résultat entier, pour un programme')
    .addHelpText('after', help)
    .action(async (options: unknown) => {
      const input = Input.safeParse(options, inFrench)
      end(
        input.success
          ? await run(surroundings, input.data)
          : complainOfFaults(surroundings.terminal, input.error.issues),
      )
    })

const help = `
Arrêter d’abord le service qui écrit dans le journal d’origine. Une copie interrompue reprend où elle en était : redonner
la même commande. À la fin, tout est relu des deux côtés et comparé. (Stop the service first. A copy that was interrupted
goes on where it was. At the end everything is read again from both logs and compared.)
Exemples (examples) :
  trajectoires copy --from sqlite:data --to 'esdb://localhost:2113?tls=false'
  trajectoires copy --from 'esdb://localhost:2113?tls=false' --to sqlite:retour`

const run = async (
  { terminal, ending, openLog }: Surroundings,
  { from, to, json }: z.infer<typeof Input>,
): Promise<ExitStatus> => {
  const fault = addressFault(from, 'source') ?? addressFault(to, 'target')
  if (fault !== undefined) return complainOf(terminal, 'address-unusable', { ...fault, status: 400, exit: 2 })
  const progress = showProgress(terminal)
  const outcome = await copyBetween({
    from,
    to,
    open: (address) => openLog(address, (message) => terminal.complain(message)),
    onProgress: progress.show,
    ending,
  }).finally(progress.stop)
  if (json === true) terminal.print(JSON.stringify(outcome, undefined, 2))
  return tell(terminal, outcome, json === true)
}

const phases = {
  comparing: 'comparaison (comparing)',
  copying: 'copie (copying)',
  verifying: 'vérification (verifying)',
} as const satisfies Record<CopyProgress['phase'], string>

interface Progress {
  readonly show: (progress: CopyProgress) => void
  readonly stop: () => void
}

/** A bar where a person looks on, a line a phase elsewhere. */
const showProgress = (terminal: Terminal): Progress => {
  const bar = new SingleBar({
    format: '{phase} {bar} {percentage} % · {eta_formatted}',
    hideCursor: true,
    clearOnComplete: true,
  })
  let shown: CopyProgress['phase'] | undefined
  return {
    show: ({ phase, position, head }) => {
      if (phase !== shown && terminal.interactive) bar.start(head, 0, { phase: phases[phase] })
      if (phase !== shown && !terminal.interactive) terminal.complain(`${phases[phase]}…`)
      shown = phase
      if (terminal.interactive) bar.update(position)
    },
    stop: () => bar.stop(),
  }
}

const tell = (terminal: Terminal, outcome: CopyOutcome, quiet: boolean): ExitStatus =>
  match(outcome)
    .with({ outcome: 'copied' }, (copied) => {
      if (!quiet) for (const line of linesOf(copied)) terminal.print(line)
      return 0 as const
    })
    .with({ outcome: 'source-moved-on' }, (copied) => {
      if (!quiet) for (const line of linesOf(copied)) terminal.print(line)
      return complain(terminal, 'source-moved-on', {
        fr: 'Le journal d’origine a reçu d’autres événements pendant la copie : arrêter ce qui y écrit, puis redonner la commande.',
        en: 'The source was written to meanwhile: stop whoever writes to it, then give the command again.',
        exit: 3,
      })
    })
    .with({ outcome: 'same-log' }, () =>
      complain(terminal, 'same-log', {
        fr: 'C’est deux fois le même journal.',
        en: 'Both addresses are those of one log.',
        exit: 2,
      }),
    )
    .with({ outcome: 'target-differs' }, ({ difference }) =>
      complain(terminal, 'target-differs', { ...differenceWords(difference), exit: 1 }),
    )
    .with({ outcome: 'target-goes-on' }, ({ next }) =>
      complain(terminal, 'target-goes-on', {
        fr: `La cible tient aussi d’autres événements, à partir de ${placeWords(next)} : elle n’est pas une copie de ce journal. Copier vers un journal vide.`,
        en: `The target holds other events too, from ${placeWords(next)}: it is no copy of this log. Copy to an empty one.`,
        exit: 1,
      }),
    )
    .with({ outcome: 'target-moved' }, ({ at }) =>
      complain(terminal, 'target-moved', {
        fr: `Quelqu’un d’autre écrit dans la cible, ou en efface (rencontré à ${placeWords(at)} de l’origine) : recommencer vers un journal vide que personne n’utilise.`,
        en: `Somebody else writes to the target, or deletes from it (met at ${placeWords(at)} of the source): begin again with an empty log that nobody uses.`,
        exit: 1,
      }),
    )
    .with({ outcome: 'interrupted' }, ({ added }) =>
      complain(terminal, 'interrupted', {
        fr: `Arrêté après ${added} événements ajoutés. La même commande reprend à cet endroit.`,
        en: `Stopped after ${added} events were added. The same command goes on from there.`,
        exit: 3,
      }),
    )
    .with({ outcome: 'busy' }, ({ added }) =>
      complain(terminal, 'busy', {
        fr: `La cible n’accepte pas d’écriture depuis une minute (${added} événements ajoutés). Redonner la commande plus tard.`,
        en: `The target has accepted no write for a minute (${added} events were added). Give the command again later.`,
        exit: 3,
      }),
    )
    .with({ outcome: 'disk-full' }, ({ added }) =>
      complain(terminal, 'disk-full', {
        fr: `Le disque de la cible est plein (${added} événements ajoutés). Libérer de la place, puis redonner la commande.`,
        en: `The target's disk is full (${added} events were added). Free some space, then give the command again.`,
        exit: 3,
      }),
    )
    .exhaustive()

const complain = (
  terminal: Terminal,
  code: string,
  words: { readonly fr: string; readonly en: string; readonly exit: 1 | 2 | 3 },
): ExitStatus => complainOf(terminal, code, { ...words, status: 409 })

const differenceWords = ({ field, source, target }: Difference) => ({
  fr: `La cible n’est pas une copie de ce journal : « ${field} » diffère à ${placeWords(source)} de l’origine, ${placeWords(target)} de la cible. Copier vers un journal vide.`,
  en: `The target is no copy of this log: “${field}” differs at ${placeWords(source)} of the source, ${placeWords(target)} of the target. Copy to an empty one.`,
})

const placeWords = ({ stream, revision, position }: Place): string => `${revision}@${stream} (${position})`

const linesOf = ({ alreadyThere, added, commands, source, target }: Copied): readonly string[] => [
  `${alreadyThere + added} événements (${alreadyThere} déjà là, ${added} ajoutés), ${commands} marques de commande : relus des deux côtés, identiques.`,
  `(${alreadyThere + added} events, ${alreadyThere} there before, ${added} added; ${commands} command marks; read again from both logs, the same.)`,
  `origine (source) : journal ${source.log}, position ${source.head}`,
  `cible (target)   : journal ${target.log}, position ${target.head}`,
  'Révisions, ETags et clés d’idempotence restent les mêmes. Les positions sont celles de la cible : une position gardée d’avant, rendue avec',
  'son en-tête « log-identity », est refusée par son nom. (Revisions, ETags and keys stay; positions are the target’s own.)',
]
