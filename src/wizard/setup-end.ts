import type {SetupSummary} from './conduct/summary.ts';

/** How a set-up ended that a person was asked for. */
export type SetupEnd =
	| {readonly kind: 'done'; readonly summary: SetupSummary}
	/** The person left before anything was changed. */
	| {readonly kind: 'left'};
