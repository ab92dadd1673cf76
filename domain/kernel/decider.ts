import type { Decided, Recorded } from './event-of.js'

/** What a decision gives: the events to record, none where all that was asked is on record already, or the reason for a no. */
export type DecisionOf<Event, Refused> =
  | { readonly decided: true; readonly events: readonly Decided<Event>[] }
  | { readonly decided: false; readonly refusal: Refused }

/**
 * One sort of thing that is decided on: its state before the first event, what each event makes of it, and which events a
 * command gives. Pure: time, identifiers and whatever else a decision rests on come as its circumstances.
 */
export interface Decider<State, Command, Circumstances, Event, Refused> {
  readonly initialState: State
  readonly evolve: (state: State, events: readonly Recorded<Event>[]) => State
  readonly decide: (
    state: State,
    command: Command,
    circumstances: Circumstances,
  ) => DecisionOf<Event, Refused>
}
