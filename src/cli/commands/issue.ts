import type {StoredEndEntity} from '../../pki/store/end-entity-store.ts';
import {printable} from '../../printable.ts';
import type {AsTyped} from '../../report/as-typed.ts';
import {shellWord} from '../../shell-word.ts';
import {algorithm, alternativeNameFlags, lifetimeFlags} from '../certificate-flags.ts';
import {certificateSummary, dayOf} from '../certificate-summary.ts';
import {defineCommand, type Json, noOperands} from '../command.ts';
import {exit} from '../exit-codes.ts';
import {flag} from '../flag.ts';
import {issueCertificates} from '../issue-certificates.ts';
import {passphraseEnv} from '../issuer-passphrase.ts';

export default defineCommand({
	name: 'issue',
	summary: 'Makes a key and an end-entity certificate for it here.',
	description:
		'The folder gets certificate.pem, private-key.pem and, below an issuing CA, chain.pem. With --from, one folder for ' +
		'each line of a CSV file with the columns name, subject, dns, uri, ip and email (a header line names those it has; ' +
		'several names in one field are separated by spaces): all of them or, if any line is wrong, none.',
	operands: noOperands,
	flags: {
		issuer: flag.requiredText({placeholder: 'NAME', description: 'Issuer that signs.'}),
		name: flag.text({placeholder: 'NAME', description: 'Name of the certificate in the state folder.'}),
		subject: flag.text({placeholder: 'DN', description: 'Its subject; CN=NAME unless given.'}),
		...alternativeNameFlags,
		algorithm,
		days: lifetimeFlags.days,
		hours: lifetimeFlags.hours,
		out: flag.path({placeholder: 'DIR', description: 'Folder to write to, instead of one in the state folder.'}),
		from: flag.path({placeholder: 'FILE', description: 'CSV file with one certificate a line.'}),
		passphraseEnv,
	},
	examples: [
		'issue --issuer build --name host-1 --subject "CN=host-1,O=Example" --dns host-1.example.com',
		'issue --issuer build --from hosts.csv --days 90 --out ./certificates',
	],
	async run({flags, shared}, context) {
		const made = await issueCertificates({...flags, ...shared}, context);
		return {
			exit: exit.done,
			result: {certificates: made.map(toResult)},
			text: asTyped => made.map(one => toText(one, asTyped)).join(''),
		};
	},
});

function toResult({folder, certificate, files}: StoredEndEntity): Json {
	return {folder, files: {...files}, certificate: certificateSummary(certificate)};
}

function toText({folder, certificate, files}: StoredEndEntity, asTyped: AsTyped): string {
	const chain = files.intermediates === undefined ? '' : ` --intermediates ${shellWord(files.intermediates)}`;
	const next = `anchorsmith configure --cli-profile NAME --certificate ${shellWord(files.certificate)} --private-key ${shellWord(files.privateKey)}${chain} --trust-anchor-arn ARN --profile-arn ARN --role-arn ARN`;
	const lines = [
		`Made ${printable(certificate.subject.text)}, until ${dayOf(certificate.validity.notAfter)}, in ${printable(folder)}`,
		`  Next: ${asTyped(next)}`,
	];
	return `${lines.join('\n')}\n`;
}
