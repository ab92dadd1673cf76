import type { Message } from '#src/messages/message.js'

/** Where what to do is something to type, and not the call over HTTP that the common answer names; by code. */
export const typedRemedies: Readonly<Record<string, Message>> = {
  'organisation-unknown': {
    fr: 'Cette organisation n’est pas enregistrée. La chercher par son nom : trajectoires organisations <recherche>',
    en: 'This organisation is not registered. Search for its name: trajectoires organisations <search>',
  },
  'step-needed': {
    fr: 'Ce moment se rattache à une étape déjà enregistrée : la nommer par --step. Elles sont dans : trajectoires events --organisation <identifiant>',
    en: 'This stage belongs to a step that is on record: name it by --step. They are in: trajectoires events --organisation <id>',
  },
  'command-reused': {
    fr: 'Cette clé (--key) a déjà servi pour un autre contenu. En choisir une nouvelle.',
    en: 'This key (--key) was used before, with another content. Choose a new one.',
  },
  'not-seen-yet': {
    fr: 'La lecture du journal n’est pas finie. Redemander dans un instant ; si cela dure : trajectoires rebuild',
    en: 'The log has not been read to its end yet. Ask again in a moment; if this lasts: trajectoires rebuild',
  },
}
