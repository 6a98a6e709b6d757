import type {Stage} from '../decide/decision.ts';
import {findMessages} from './find-messages.ts';
import type {FoundMessage} from './message.ts';

/** What the messages in a text say of the cause. */
export interface KnownCauses {
	/** As {@link findMessages} gives them. */
	readonly messages: readonly FoundMessage[];
	/** Ids of the rules that can find the cause, each once, most likely first. */
	readonly rules: readonly string[];
	/** The first stage of CreateSession that may have refused: every stage before it passed. Absent when nothing proves any. */
	readonly stage?: Stage;
}

/** Ranks the rules behind the messages in a text; of a text without known messages nothing is known. */
export function causesOf(text: string): KnownCauses {
	const messages = findMessages(text);
	const rules = messages.flatMap(({message}) => message.causes.flatMap(cause => cause.rules));
	const stage = messages.find(({message}) => message.stage)?.message.stage;
	return {messages, rules: [...new Set(rules)], ...(stage && {stage})};
}
