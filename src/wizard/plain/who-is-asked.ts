import {printable} from '../../printable.ts';
import type {AnswerValue} from '../field.ts';
import {answersOf, type WizardSession} from '../session.ts';
import {plain as texts, who} from '../texts/en.ts';
import type {PlainWorld} from './run-plain-wizard.ts';

/** Says which AWS CLI profiles this machine knows, before one is asked for. */
export async function sayAdministrators({prompt, surroundings}: PlainWorld): Promise<void> {
	const {findCliProfiles} = await import('../../config-file/find-cli-profiles.ts');
	const named = (await findCliProfiles(surroundings)).filter(({cliProfile}) => cliProfile !== undefined);
	if (named.length > 0) {
		prompt.say(`  ${texts.administrators}`);
	}

	for (const {cliProfile = '', kind, region} of named) {
		const about = [who.kinds[kind], ...(region === undefined ? [] : [printable(region)])].join(', ');
		prompt.say(`    ${printable(cliProfile)} (${about})`);
	}
}

/**
 * Asks AWS who is behind the credentials that are about to be answered with, and says so; or says what is wrong and
 * what helps.
 *
 * @returns false when AWS does not know, or names another account than that of the set-up: nobody sets up an account
 * with credentials of which nobody knows whose they are.
 */
export async function isIdentified(
	value: AnswerValue | undefined,
	session: WizardSession,
	{prompt, surroundings, asCalled}: PlainWorld,
): Promise<boolean> {
	const {identifyAdministrator} = await import('../who/identify.ts');
	prompt.say(`  ${texts.identifying}`);
	const found = await identifyAdministrator(value, answersOf(session), surroundings);
	if (found.ok) {
		prompt.say(`  ${texts.who(found.value.accountId, found.value.arn)}`);
		return true;
	}

	const {message, help, next} = found.problem;
	prompt.say(`  ! ${message}\n    ${help}`);
	for (const step of next) {
		prompt.say(`    ${asCalled(step)}`);
	}

	return false;
}
