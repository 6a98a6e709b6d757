import path from 'node:path';
import {DEFAULT_KEY_ALGORITHM} from '../../pki/keys/algorithm.ts';
import {encodeSubject} from '../../pki/names/subject.ts';
import {endEntityFiles, endEntityFolder} from '../../pki/store/end-entity-store.ts';
import {requireStoredName} from '../../pki/store/stored-name.ts';
import {printable} from '../../printable.ts';
import {makeRequest} from '../../setup/stored-request.ts';
import {shellWord} from '../../shell-word.ts';
import {algorithm, alternativeNameFlags, alternativeNamesOf} from '../certificate-flags.ts';
import {defineCommand, noOperands} from '../command.ts';
import {exit} from '../exit-codes.ts';
import {flag} from '../flag.ts';

export default defineCommand({
	name: 'request',
	summary: 'Makes a key here and asks for a certificate for it.',
	description:
		'For the machine that will use the certificate: the key stays on it, and only request.csr travels to the issuer, who ' +
		'answers with certificate.pem (see sign).',
	operands: noOperands,
	flags: {
		name: flag.requiredText({placeholder: 'NAME', description: 'Name of the certificate in the state folder.'}),
		subject: flag.text({placeholder: 'DN', description: 'Its subject; CN=NAME unless given.'}),
		...alternativeNameFlags,
		algorithm,
		out: flag.path({placeholder: 'DIR', description: 'Folder to write to, instead of one in the state folder.'}),
	},
	examples: ['request --name host-1 --subject "CN=host-1,O=Example" --dns host-1.example.com --out ./host-1'],
	async run({flags}, context) {
		const {name, out, subject = `CN=${name}`} = flags;
		requireStoredName(name);
		encodeSubject(subject);
		const folder =
			out === undefined ? endEntityFolder(context.stateDirectory(), name) : path.resolve(context.workingDirectory, out);
		const {algorithm: wanted = DEFAULT_KEY_ALGORITHM} = flags;
		const made = {subject, alternativeNames: alternativeNamesOf(flags), algorithm: wanted};
		const {file} = await makeRequest(made, folder, context.signal);
		return {
			exit: exit.done,
			result: {folder, files: {privateKey: path.join(folder, endEntityFiles.privateKey), request: file}, subject},
			text: asTyped =>
				[
					`Made a key and a request for ${printable(subject)} in ${printable(folder)}`,
					`Next, where the issuer is: ${asTyped(`anchorsmith sign ${shellWord(file)} --issuer NAME`)}`,
					'',
				].join('\n'),
		};
	},
});
