import {printable} from '../printable.ts';
import type {SetupSummary} from '../wizard/conduct/summary.ts';
import {planJson} from './setup-plan.ts';

/** What was done, how to check it, and how to undo it. */
export function setupText(summary: SetupSummary): string {
	const {setup, plan, proof, check, undo} = summary;
	return [
		plan.changes.length === 0
			? `Nothing to change: the set-up ${setup} is as it should be.`
			: `The set-up ${setup} is done: ${plan.changes.length} ${plan.changes.length === 1 ? 'change' : 'changes'} made.`,
		'',
		...standing(summary),
		...(proof
			? [
					'',
					'Proof, through that profile as any program would use it:',
					`  Identity         ${printable(proof.arn)}`,
					`  Source identity  ${printable(proof.sourceIdentity)}`,
					`  Valid until      ${proof.expiration.toISOString().replace(/\.\d+/, '')}`,
				]
			: []),
		...(check === undefined ? [] : ['', 'Check it yourself:', `  ${check}`]),
		'Undo it:',
		`  ${undo}`,
		'',
	].join('\n');
}

function standing({trustAnchorArn, roleArn, profileArn, files, cliProfile}: SetupSummary): readonly string[] {
	const rows: readonly (readonly [string, string | undefined])[] = [
		['Trust anchor', trustAnchorArn],
		['Role', roleArn],
		['Roles Anywhere profile', profileArn],
		['Certificate', files && printable(files.certificate)],
		['Private key', files && printable(files.privateKey)],
		['AWS CLI profile', cliProfile && `${cliProfile.name} in ${printable(cliProfile.file)}`],
	];
	return rows.flatMap(([what, value]) => (value === undefined ? [] : [`  ${what.padEnd(22)}  ${value}`]));
}

/**
 * The same for the `--json` envelope.
 *
 * @param asCalled - Makes a command of this program one that works where it is called otherwise.
 */
export function setupJson(summary: SetupSummary, asCalled: (command: string) => string) {
	const {plan, trustAnchorArn, roleArn, profileArn, files, cliProfile, proof, check, undo} = summary;
	return {
		...planJson(plan),
		applied: true,
		...(trustAnchorArn !== undefined && {trustAnchorArn}),
		...(roleArn !== undefined && {roleArn}),
		...(profileArn !== undefined && {profileArn}),
		...(files && {certificate: files.certificate, privateKey: files.privateKey}),
		...(cliProfile && {configFile: cliProfile.file, cliProfile: cliProfile.name}),
		...(proof && {
			proof: {
				arn: proof.arn,
				accountId: proof.accountId,
				sourceIdentity: proof.sourceIdentity,
				expiration: proof.expiration.toISOString(),
			},
		}),
		...(check !== undefined && {check: asCalled(check)}),
		undo: asCalled(undo),
	};
}
