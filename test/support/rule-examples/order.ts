import {rules} from '../../../src/rules/order/rules.generated.ts';
import type {SessionCommand} from '../../../src/rules/session-command.ts';
import {examplesOf} from './example.ts';

/** Examples of the rules on what a command asks for: `order`, and `words` where they matter, as JSON. */
export const orderExamples = examplesOf<SessionCommand>(rules, readOrder);

/** The subject of an example. */
export function readOrder(example: string): SessionCommand {
	return {words: [], order: {}, ...JSON.parse(example)};
}
