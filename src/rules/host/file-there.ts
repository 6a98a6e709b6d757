import type {HostSubject} from '../host-subject.ts';
import {quoted} from '../quoted.ts';
import {defineRule} from '../rule.ts';
import {hiddenFromServices, namedFiles} from './named-files.ts';
import {credentialHelper} from './sources.ts';

/** Names of the system's errors for a path that leads to no file, and what each means. */
const OBSTACLES: ReadonlyMap<string, string> = new Map([
	['ENOENT', 'there is no such file'],
	['ENOTDIR', 'part of the path is a file, not a folder'],
	['ELOOP', 'its links lead in a circle'],
	['ENAMETOOLONG', 'the path is too long'],
	['FILE_UNREADABLE', 'it is a folder, a device, or far too large'],
]);

export default defineRule<HostSubject>({
	id: 'file-there',
	severity: 'error',
	title: 'Every file that the command names is there.',
	why: 'The official helper says "could not parse PEM data" of a certificate that is not there, as it does of a broken one.',
	fix: 'Put the file there, or name the right one: anchorsmith configure --cli-profile NAME --replace',
	source: credentialHelper(['CFG-45', 'KEY-01']),
	examples: {
		fails:
			'{"files": {"certificate": {"state": "unseen", "why": "failed", "code": "ENOENT", "message": "Cannot read it."}}}',
		passes: '{"files": {}}',
	},
	appliesTo: subject => namedFiles(subject).length > 0,
	check: subject =>
		namedFiles(subject).flatMap(({flag, word, look}) => {
			const obstacle = look.state === 'unseen' ? OBSTACLES.get(look.code ?? '') : undefined;
			const hidden = hiddenFromServices(subject, word);
			return obstacle === undefined
				? []
				: [{at: flag, message: `${flag} names ${quoted(word)}, and ${obstacle}.${hidden}`}];
		}),
});
