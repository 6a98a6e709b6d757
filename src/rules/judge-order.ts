import type {Finding} from './finding.ts';
import {rules} from './order/rules.generated.ts';
import {runRules} from './run.ts';
import type {SessionCommand} from './session-command.ts';

/** Every rule on what a command asks for, by id. */
export const orderRules = rules;

/** Judges the session that a command asks for, as far as its words alone tell; worst findings first. */
export function judgeOrder(command: SessionCommand): readonly Finding[] {
	return runRules(orderRules, command);
}
