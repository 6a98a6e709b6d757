import path from 'node:path';
import {ExpectedError} from '../../errors.ts';
import {issuingSubjectOf} from '../../pki/names/subject.ts';
import {filesOfNewIssuer, IssuerStore, issuerFiles, type StoredIssuer} from '../../pki/store/issuer-store.ts';
import {namesakeWarnings} from '../../pki/store/namesakes.ts';
import {printable} from '../../printable.ts';
import type {AsTyped} from '../../report/as-typed.ts';
import {within} from '../../setup/place.ts';
import {shellWord} from '../../shell-word.ts';
import {algorithm, issuingContext, lifetimeOf} from '../certificate-flags.ts';
import {certificateSummary, dayOf} from '../certificate-summary.ts';
import {defineCommand, type Json, noOperands} from '../command.ts';
import {exit} from '../exit-codes.ts';
import {flag} from '../flag.ts';
import {chooseNewPassphrase, passphraseEnv} from '../issuer-passphrase.ts';

export default defineCommand({
	name: 'issuer create',
	summary: 'Makes a certificate authority here: a root, or a root and an issuing CA.',
	description:
		'Keys are encrypted with a passphrase, which is asked for at a terminal unless a flag says where it is. With an ' +
		'issuing CA, the root signs only that, and its key can be taken offline. Nothing that is there is overwritten.',
	operands: noOperands,
	flags: {
		name: flag.requiredText({placeholder: 'NAME', description: 'Name of the issuer in the state folder.'}),
		subject: flag.requiredText({
			placeholder: 'DN',
			description: 'Its subject, such as "CN=Build CA,O=Example"; better not that of an older issuer.',
		}),
		algorithm,
		days: flag.integer({
			placeholder: 'N',
			description: 'Days that the root is valid; 3650 unless given.',
			minimum: 1,
			maximum: 1_000_000,
		}),
		withIssuing: flag.toggle({description: 'Make an issuing CA below the root, and let it sign.'}),
		issuingSubject: flag.text({
			placeholder: 'DN',
			description: 'Subject of the issuing CA; that of the root with "issuing" after its CN unless given.',
		}),
		issuingDays: flag.integer({
			placeholder: 'N',
			description: 'Days that the issuing CA is valid; 1825 unless given, or until the root ends.',
			minimum: 1,
			maximum: 1_000_000,
		}),
		passphraseEnv,
		noPassphrase: flag.toggle({description: 'Leave the keys unencrypted, for anybody who can read the files.'}),
	},
	examples: [
		'issuer create --name build --subject "CN=Build CA,O=Example"',
		'issuer create --name build --subject "CN=Build CA" --with-issuing --algorithm p384 --passphrase-file passphrase.txt',
	],
	async run({flags, shared}, context) {
		const home = context.stateDirectory();
		const store = new IssuerStore(home, within(home, context));
		await store.requireFree(flags.name);
		const issuing = readIssuing(flags);
		const passphrase = await chooseNewPassphrase({...flags, ...shared}, context);
		const {subject} = flags;
		const spec = {subject, algorithm: flags.algorithm, lifetime: lifetimeOf(flags), issuing};
		for (const warning of namesakeWarnings(
			subject,
			(await store.findBySubject(subject)).map(({name}) => name),
		)) {
			context.say(`Careful: ${warning}`);
		}

		const made = await store.create(flags.name, spec, passphrase, await issuingContext(context));
		return {
			exit: exit.done,
			result: toResult(made, passphrase !== undefined),
			text: asTyped => toText(made, {isEncrypted: passphrase !== undefined, asTyped}),
		};
	},
});

function readIssuing(flags: {
	readonly subject: string;
	readonly withIssuing: boolean;
	readonly issuingSubject: string | undefined;
	readonly issuingDays: number | undefined;
}) {
	const {subject, withIssuing, issuingSubject, issuingDays} = flags;
	if (!withIssuing && (issuingSubject !== undefined || issuingDays !== undefined)) {
		throw new ExpectedError('USAGE', 'Something is asked of an issuing CA, and none is to be made.', {
			next: ['Add --with-issuing, or leave --issuing-subject and --issuing-days out'],
		});
	}

	return withIssuing
		? {subject: issuingSubject ?? issuingSubjectOf(subject), lifetime: lifetimeOf({days: issuingDays})}
		: undefined;
}

function filesOf({folder, root}: StoredIssuer): readonly string[] {
	return filesOfNewIssuer(root !== undefined).map(({name}) => path.join(folder, name));
}

function toResult(made: StoredIssuer, isEncrypted: boolean): Json {
	return {
		name: made.name,
		folder: made.folder,
		files: filesOf(made),
		isEncrypted,
		certificate: certificateSummary(made.certificate),
		root: made.root ? certificateSummary(made.root) : null,
	};
}

function toText(
	made: StoredIssuer,
	{isEncrypted, asTyped}: {readonly isEncrypted: boolean; readonly asTyped: AsTyped},
): string {
	const {name, folder, certificate, root} = made;
	const until = dayOf(certificate.validity.notAfter);
	const keys = isEncrypted ? 'encrypted' : 'NOT encrypted';
	const lines = [
		`Made the issuer ${name} in ${printable(folder)}`,
		`  ${issuerFiles.certificate.padEnd(15)} ${printable(certificate.subject.text)}, until ${until}`,
		`  ${issuerFiles.privateKey.padEnd(15)} its key, ${keys}`,
		...(root
			? [
					`  ${issuerFiles.root.padEnd(15)} ${printable(root.subject.text)}, until ${dayOf(root.validity.notAfter)}`,
					`  ${issuerFiles.rootKey.padEnd(15)} the key of the root, ${keys}; keep it offline, nothing here needs it again`,
				]
			: []),
		`AWS is to trust ${root ? `${issuerFiles.root} or, narrower, ${issuerFiles.certificate}` : issuerFiles.certificate}.`,
		`Next: ${asTyped(`anchorsmith issue --issuer ${shellWord(name)} --name host-1 --subject CN=host-1`)}`,
	];
	return `${lines.join('\n')}\n`;
}
