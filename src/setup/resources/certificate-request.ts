import {digestOf} from '../../files/digest.ts';
import {isSameSubject} from '../../pki/names/same-subject.ts';
import {printable} from '../../printable.ts';
import {type Change, RSA_NOTE} from '../change.ts';
import type {Facts} from '../journal.ts';
import {conflict} from '../known.ts';
import {defineResource, gone, keep} from '../resource.ts';
import type {RequestedEndEntity} from '../specification.ts';
import type {StoredRequest} from '../world.ts';

const KIND = 'certificate request';

export default defineResource({
	kind: KIND,

	async plan({specification: {endEntity}, reader, known}) {
		if (endEntity?.source !== 'requested') {
			return {};
		}

		const found = await reader.keys.findRequest(endEntity.name);
		if (!found) {
			return {changes: [creation(endEntity, reader.keys.filesOfRequest(endEntity.name))]};
		}

		if (!isSameSubject(endEntity.subject, found.request.subject)) {
			throw conflict(
				`The request in ${found.folder} is for another subject: ${printable(found.request.subject.text)}.`,
				'Choose another name with --certificate-name',
			);
		}

		return {
			unchanged: [{kind: KIND, name: endEntity.name, note: 'already there'}],
			known: {...known, requestFile: found.file},
		};
	},

	async recover({name}, {reader}) {
		const found = await reader.keys.findRequest(name);
		return found && factsOf(found);
	},

	async planUndo({name, after}, {reader}, {deletesKeys}) {
		const found = await reader.keys.findRequest(name);
		if (!found) {
			return gone();
		}

		if (!deletesKeys) {
			return keep(`it and its key stay in ${found.folder}; --delete-keys removes them`);
		}

		if (digestOf(found.request.publicKey.der) !== after['key']) {
			return keep('another request has taken its place since');
		}

		return {
			action: 'delete',
			note: `with its key: ${found.folder}`,
			calls: [],
			async apply(writer) {
				await writer.keys.removeRequest(name);
			},
		};
	},
});

function creation(endEntity: RequestedEndEntity, files: Change['files']): Change {
	const {name, subject, algorithm, dns, uri, ip, email} = endEntity;
	const others = [...dns, ...uri, ...ip, ...email];
	return {
		kind: KIND,
		name,
		action: 'create',
		details: [
			{what: 'subject', after: printable(subject)},
			...(others.length === 0 ? [] : [{what: 'other names', after: others.map(printable).join(', ')}]),
			{what: 'key', after: algorithm},
		],
		calls: [],
		files,
		goal: () => ({}),
		async apply(writer, known, doing) {
			if (algorithm.startsWith('rsa')) {
				doing(RSA_NOTE);
			}

			const made = await writer.keys.request(endEntity);
			return {known: {...known, requestFile: made.file}, facts: factsOf(made)};
		},
	};
}

function factsOf({request, folder}: StoredRequest): Facts {
	return {key: digestOf(request.publicKey.der), subject: request.subject.text, folder};
}
