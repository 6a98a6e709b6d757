import path from 'node:path';
import {parseArnOf} from '../aws/arn.ts';
import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';
import type {AwsGoal, HandedOut, RoleGoal, Specification} from '../setup/specification.ts';
import type {Answers} from './answers.ts';
import {given} from './given.ts';
import {howToAnswer} from './inputs.ts';
import {hasCertificateHere, setsUpAws, usesHandedOut} from './part.ts';
import {LONGEST_ROLE_POLICY, LONGEST_SESSION_POLICY, readPolicy} from './policy-file.ts';
import type {Settled} from './settle.ts';
import {
	type CertificateReading,
	requirePath,
	specifyEndEntity,
	specifyIssuer,
	specifyTrustedIssuer,
} from './specify-certificates.ts';

/** A role always allows this long (fact sheet, DUR-03). */
const LEAST_MAX_SESSION = 3600;

/**
 * Answers that lack nothing and are not wrong.
 *
 * @throws {ExpectedError} `ANSWERS_INVALID` for all that is wrong; `ANSWERS_MISSING` for all that is missing, each with its flag.
 */
export function requireComplete({answers, missing, wrong}: Settled): Answers {
	const [firstWrong] = wrong;
	if (firstWrong) {
		const list = wrong.map(({step, problem}) => `  --${step.flag}: ${printable(problem)}`);
		throw new ExpectedError('ANSWERS_INVALID', `These answers cannot be used:\n${list.join('\n')}`, {
			next: [`Change ${wrong.map(({step}) => `--${step.flag}`).join(', ')}`],
		});
	}

	if (missing.length > 0) {
		const list = missing.map(step => `  ${step.question}  ${howToAnswer(step)}`);
		throw new ExpectedError('ANSWERS_MISSING', `These questions have no answer:\n${list.join('\n')}`, {
			next: [
				`Add ${missing.map(step => howToAnswer(step)).join(' ')}`,
				'Put the answers into a JSON file, keys in camelCase, and name it with --answers FILE',
			],
		});
	}

	return answers;
}

/**
 * What should exist, from complete answers; reads the files that they name.
 *
 * @param workingDirectory - Where relative paths start.
 * @throws {ExpectedError} what reading certificates, keys and files throws; `POLICY_INVALID`.
 */
export async function specify(
	answers: Answers,
	{workingDirectory, now}: {readonly workingDirectory: string; readonly now: () => Date},
): Promise<Specification> {
	const at = now();
	const reading = {resolve: (file: string) => path.resolve(workingDirectory, file), at};
	const aws = setsUpAws(answers) ? await specifyAws(answers, reading) : undefined;
	const issuer = await specifyIssuer(answers, reading);
	const endEntity = await specifyEndEntity(answers, reading);
	await requirePath({at, ...(issuer && {issuer}), ...(endEntity && {endEntity})});
	return {
		name: given(answers, 'name'),
		at,
		...(issuer && {issuer}),
		...(endEntity && {endEntity}),
		...(aws && {aws}),
		...(usesHandedOut(answers) && {handedOut: handedOut(answers)}),
		...(hasCertificateHere(answers) && {
			cliProfile: {name: given(answers, 'cliProfile'), durationSeconds: given(answers, 'sessionDuration')},
		}),
	};
}

async function specifyAws(answers: Answers, reading: CertificateReading): Promise<AwsGoal> {
	const durationSeconds = given(answers, 'sessionDuration');
	const [inline, sessionPolicy, trustedIssuer] = await Promise.all([
		readPolicy(answers.permissionsPolicy, LONGEST_ROLE_POLICY, reading.resolve),
		readPolicy(answers.sessionPolicy, LONGEST_SESSION_POLICY, reading.resolve),
		specifyTrustedIssuer(answers, reading),
	]);
	const {trustedSubject} = answers;
	return {
		region: given(answers, 'region'),
		trustAnchor: {name: given(answers, 'trustAnchorName')},
		role: roleGoal(answers, durationSeconds),
		trustScope: given(answers, 'trustScope'),
		...(trustedSubject !== undefined && {trustedSubject}),
		...(trustedIssuer && {trustedIssuer}),
		permissions: {...(inline !== undefined && {inline}), managed: answers.managedPolicy ?? []},
		rolesAnywhereProfile: {
			name: given(answers, 'rolesAnywhereProfile'),
			durationSeconds,
			...(sessionPolicy !== undefined && {sessionPolicy}),
		},
	};
}

/** Account and region stand in the trust anchor's ARN. */
function handedOut(answers: Answers): HandedOut {
	const trustAnchorArn = given(answers, 'trustAnchorArn');
	const arn = parseArnOf('trust-anchor', trustAnchorArn);
	if (!arn.ok) {
		throw new Error(`${trustAnchorArn} ${arn.problem}`);
	}

	const {region, accountId, partition} = arn.value;
	const [roleArn, profileArn] = [given(answers, 'roleArn'), given(answers, 'profileArn')];
	return {trustAnchorArn, roleArn, profileArn, region, accountId, partition};
}

function roleGoal(answers: Answers, durationSeconds: number): RoleGoal {
	if (given(answers, 'roleSource') === 'new') {
		const maxSessionDuration = Math.max(LEAST_MAX_SESSION, durationSeconds);
		return {source: 'new', name: given(answers, 'roleName'), maxSessionDuration};
	}

	const arn = given(answers, 'roleArn');
	const parsed = parseArnOf('role', arn);
	return {source: 'existing', name: (parsed.ok && parsed.value.resource.split('/').at(-1)) || arn, arn};
}
