import {printable} from '../../printable.ts';
import {lifetimeFlags} from '../certificate-flags.ts';
import {certificateSummary, dayOf} from '../certificate-summary.ts';
import {defineCommand, type Json} from '../command.ts';
import {exit} from '../exit-codes.ts';
import {flag} from '../flag.ts';
import {passphraseEnv} from '../issuer-passphrase.ts';
import {type SignedRequest, signRequests} from '../sign-requests.ts';

export default defineCommand({
	name: 'sign',
	summary: 'Signs requests for certificates, as their issuer.',
	description:
		'Each request must be signed by its own key. The subject and the DNS, URI, IP and mail names that it asks for are ' +
		'granted; all else comes from the template, and what was asked for beyond that is shown. All requests are signed, ' +
		'or none.',
	operands: {placeholder: 'CSR...', minimum: 1, maximum: 10_000},
	flags: {
		issuer: flag.requiredText({placeholder: 'NAME', description: 'Issuer that signs.'}),
		days: lifetimeFlags.days,
		hours: lifetimeFlags.hours,
		out: flag.path({
			placeholder: 'DIR',
			description: 'Folder to write to; of several requests, each gets a folder in it.',
		}),
		passphraseEnv,
	},
	examples: ['sign host-1/request.csr --issuer build --out ./host-1', 'sign one.csr two.csr --issuer build --days 90'],
	async run({operands, flags, shared}, context) {
		const signed = await signRequests(operands, {...flags, ...shared}, context);
		return {exit: exit.done, result: {certificates: signed.map(toResult)}, text: signed.map(toText).join('')};
	},
});

function toResult({file, notGranted, stored}: SignedRequest): Json {
	const {certificate, intermediates} = stored.files;
	return {
		request: file,
		folder: stored.folder,
		files: {certificate, ...(intermediates !== undefined && {intermediates})},
		notGranted,
		certificate: certificateSummary(stored.certificate),
	};
}

function toText({stored: {certificate, folder}}: SignedRequest): string {
	const until = dayOf(certificate.validity.notAfter);
	return `Signed ${printable(certificate.subject.text)}, until ${until}, in ${printable(folder)}\n`;
}
