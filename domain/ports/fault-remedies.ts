import { type Labels } from '#domain/kernel/labels.js'
import { type OperatorFaultCode } from './event-log-fault.js'

/** What whoever runs a log can do about each fault, in one place for readiness, the command line and the start. */
export const faultRemedies: Readonly<Record<OperatorFaultCode, Labels>> = {
  'sqlite-too-old': {
    fr: 'Installer les dépendances du programme telles que livrées : la version de SQLite est trop ancienne.',
    en: 'Install the program’s dependencies as shipped: this SQLite is too old.',
  },
  'not-durable': {
    fr: 'Placer DATA_DIR sur un disque local : ce système de fichiers ne garantit pas l’écriture.',
    en: 'Put DATA_DIR on a local disk: this file system does not guarantee writes.',
  },
  'newer-schema': {
    fr: 'Lancer la version du programme qui a écrit ce fichier, ou une plus récente.',
    en: 'Run the version of the program that wrote this file, or a newer one.',
  },
  'not-an-event-log': {
    fr: 'Nommer le bon fichier ou la bonne base : celui-ci n’est pas un journal de Trajectoires.',
    en: 'Name the right file or database: this one is no log of Trajectoires.',
  },
  damaged: {
    fr: 'Restaurer une sauvegarde : le journal est abîmé.',
    en: 'Restore a backup: the log is damaged.',
  },
  'invalid-connection': {
    fr: 'Corriger EVENT_LOG : esdb://[utilisateur:mot-de-passe@]hôte[:port][?tls=false], les signes réservés encodés (%40 pour @).',
    en: 'Correct EVENT_LOG: esdb://[user:password@]host[:port][?tls=false], reserved characters encoded (%40 for @).',
  },
  'log-unavailable': {
    fr: 'Vérifier que la base d’événements est en marche, que son adresse (EVENT_LOG) est joignable d’ici et que son autorité de certification (tlsCAFile) est la bonne. Le service reprend seul dès qu’elle répond.',
    en: 'See that the event database runs, that its address (EVENT_LOG) can be reached from here, and that tlsCAFile names its authority. The service goes on by itself once it answers.',
  },
  'access-denied': {
    fr: 'Vérifier l’utilisateur et le mot de passe d’EVENT_LOG, et ses droits de lire et d’écrire les flux.',
    en: 'Check user and password in EVENT_LOG, and the user’s rights to read and write streams.',
  },
  'all-not-readable': {
    fr: 'Un administrateur doit donner à cet utilisateur le droit de lire $all : dans les métadonnées du flux $all, {"$acl": {"$r": ["$admins", "<utilisateur>"]}} (avec un client : {"acl": {"readRoles": ["$admins", "<utilisateur>"]}}).',
    en: 'An administrator has to let this user read $all: in the metadata of the stream $all, {"$acl": {"$r": ["$admins", "<user>"]}} (by a client: {"acl": {"readRoles": ["$admins", "<user>"]}}).',
  },
  'log-replaced': {
    fr: 'La base d’événements n’est plus celle qui a été ouverte. Rétablir la bonne, ou redémarrer le service s’il doit changer de journal.',
    en: 'The event database is no longer the one that was opened. Bring the right one back, or restart the service if it shall change logs.',
  },
  'history-changed': {
    fr: 'Une copie plus ancienne de la base a été restaurée : les lectures sont reconstruites depuis le journal ; les faits enregistrés après la copie sont à saisir de nouveau.',
    en: 'An older copy of the database was restored: read models are built again from the log; facts recorded after the copy have to be recorded again.',
  },
  'stream-deleted': {
    fr: 'Un flux a été supprimé pour toujours dans la base d’événements : restaurer une sauvegarde.',
    en: 'A stream was deleted for ever in the event database: restore a backup.',
  },
  'position-too-large': {
    fr: 'Employer EventStoreDB 22.10 ou plus récent.',
    en: 'Use EventStoreDB 22.10 or newer.',
  },
  'refused-by-database': {
    fr: 'Consulter le journal de la base d’événements : elle a refusé sans raison connue d’ici.',
    en: 'See the event database’s own log: it refused for a reason not known here.',
  },
}
