import {printable} from '../printable.ts';
import type {HandOver} from '../wizard/conduct/hand-over.ts';
import type {SetupSummary} from '../wizard/conduct/summary.ts';
import type {AsTyped} from './as-typed.ts';
import {planJson} from './setup-plan.ts';

/** What was done, how to check it, and how to undo it. */
export function setupText(summary: SetupSummary, asTyped: AsTyped): string {
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
		...summary.handOvers.flatMap(handOver => handOverLines(handOver, asTyped)),
		'',
		...(check === undefined ? [] : ['Check it yourself:', `  ${asTyped(check)}`]),
		'Undo it:',
		`  ${asTyped(undo)}`,
		'',
	].join('\n');
}

const HEADINGS: Readonly<Record<HandOver['to'], string>> = {
	administrator: 'For the administrator of the AWS account:',
	'PKI owner': 'For the owner of the authority:',
	operator: 'For the operator of the machine:',
};

/** What one of the others needs, and what to type there. */
function handOverLines({to, files, facts, commands}: HandOver, asTyped: AsTyped): readonly string[] {
	const rows = [
		...files.map((file, index) => ({what: index === 0 ? 'Files' : '', value: printable(file)})),
		...facts.map(({what, value}) => ({what, value: printable(value)})),
		...commands.map((command, index) => ({what: index === 0 ? 'Then type' : '', value: asTyped(command)})),
	];
	return ['', HEADINGS[to], ...rows.map(({what, value}) => `  ${what.padEnd(22)}  ${value}`)];
}

function standing(summary: SetupSummary): readonly string[] {
	const {trustAnchorArn, roleArn, profileArn, issuerCertificate, files, requestFile, cliProfile} = summary;
	const rows: readonly (readonly [string, string | undefined])[] = [
		['Trust anchor', trustAnchorArn],
		['Role', roleArn],
		['Roles Anywhere profile', profileArn],
		['Authority', issuerCertificate && printable(issuerCertificate)],
		['Request', requestFile && printable(requestFile)],
		['Certificate', files && printable(files.certificate)],
		['Private key', files?.privateKey && printable(files.privateKey)],
		['AWS CLI profile', cliProfile && `${cliProfile.name} in ${printable(cliProfile.file)}`],
	];
	return rows.flatMap(([what, value]) => (value === undefined ? [] : [`  ${what.padEnd(22)}  ${value}`]));
}

/** The same for the `--json` envelope. */
export function setupJson(summary: SetupSummary, asTyped: AsTyped) {
	const {plan, trustAnchorArn, roleArn, profileArn, files, cliProfile, proof, check, undo} = summary;
	return {
		...planJson(plan),
		applied: true,
		...(trustAnchorArn !== undefined && {trustAnchorArn}),
		...(roleArn !== undefined && {roleArn}),
		...(profileArn !== undefined && {profileArn}),
		...(summary.issuerCertificate !== undefined && {issuerCertificate: summary.issuerCertificate}),
		...(summary.requestFile !== undefined && {request: summary.requestFile}),
		...(files && {certificate: files.certificate}),
		...(files?.privateKey !== undefined && {privateKey: files.privateKey}),
		...(cliProfile && {configFile: cliProfile.file, cliProfile: cliProfile.name}),
		...(proof && {
			proof: {
				arn: proof.arn,
				accountId: proof.accountId,
				sourceIdentity: proof.sourceIdentity,
				expiration: proof.expiration.toISOString(),
			},
		}),
		...(check !== undefined && {check: asTyped(check)}),
		handOvers: summary.handOvers.map(({to, files: handed, facts, commands}) => ({
			to,
			files: handed,
			facts: facts.map(fact => ({...fact})),
			commands: commands.map(command => asTyped(command)),
		})),
		undo: asTyped(undo),
	};
}
