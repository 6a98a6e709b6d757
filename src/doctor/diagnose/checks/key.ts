import type {KeyEvidence} from '../../evidence/files.ts';
import {seenIn} from '../../evidence/look.ts';
import {defineCheck, type Judgement} from '../check.ts';
import {judgeFiles} from '../judge-files.ts';

export default defineCheck({
	check: 'key',
	title: 'Private key',
	needs: ['files'],
	judge({files, at}) {
		const {key: findings} = judgeFiles(files, new Date(at));
		const keys = (seenIn(files.privateKey)?.content?.items ?? []).flatMap(({key}) => key ?? []);
		const [key] = keys;
		if (!key) {
			const words = seenIn(files.privateKey)?.content ? 'there is none in its file' : 'it was not seen';
			return {findings, words, ...(findings.length === 0 && {state: 'unknown'})};
		}

		return {
			findings,
			...wordsOf(
				key,
				findings.some(({rule}) => rule === 'set-key-certified'),
			),
		};
	},
});

const CURVES: Readonly<Record<string, string>> = {prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521'};

function wordsOf(key: KeyEvidence, isForeign: boolean): Pick<Judgement, 'words' | 'state'> {
	if (key.state === 'closed') {
		const words = `${lowercase(key.problem.message.replace(/\.$/, ''))}`;
		return {words, ...(key.problem.kind.startsWith('passphrase') && {state: 'unknown'})};
	}

	const {type, curve, modulusBits} = key;
	const what =
		curve === undefined
			? `${type.toUpperCase()}${modulusBits === undefined ? '' : ` ${modulusBits}`}`
			: (CURVES[curve] ?? curve);
	return {words: `${what}, ${isForeign ? 'of another certificate' : 'belongs to the certificate'}`};
}

function lowercase(sentence: string): string {
	return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
