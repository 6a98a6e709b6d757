import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Certificate} from '../../pki/certificate/certificate.ts';
import type {Finding} from '../../rules/finding.ts';
import type {Space} from '../../ui/fields/field.ts';
import {blank, type Line, line, span, type Tone} from '../../ui/line.ts';
import {marked} from '../../ui/rows.ts';
import {wrap, wrapText} from '../../ui/wrap.ts';
import type {Answers} from '../answers.ts';
import type {AnswerValue} from '../field.ts';
import {type CertificateVerdict, judgeGiven} from '../previews/certificate-verdict.ts';
import {previewPermissions} from '../previews/permissions-preview.ts';
import {previewTrust} from '../previews/trust-preview.ts';
import {record} from '../settle.ts';
import type {Step} from '../step.ts';
import {previewing as texts} from '../texts/en.ts';

/** More than this is no certificate and no policy, and is not read for a preview. */
const LARGEST = 1024 * 1024;

/** What previews are made from. */
export interface PreviewSurroundings {
	readonly workingDirectory: string;
	readonly now: () => Date;
	refresh(): void;
}

/**
 * What an answer leads to, beside its question. Files that answers name are read in the background; a preview appears
 * once they are there, and is left out for what cannot be read: saying so is for when the answer is given.
 */
export class Previews {
	readonly #surroundings: PreviewSurroundings;
	readonly #files = new Map<string, Uint8Array | undefined>();

	constructor(surroundings: PreviewSurroundings) {
		this.#surroundings = surroundings;
	}

	/** Rows for the question at hand, with the answer as it stands. */
	rows(step: Step, value: AnswerValue | undefined, answers: Answers, space: Space): readonly Line[] {
		const asIs = value === undefined ? answers : record(answers, step.key, value);
		switch (step.key) {
			case 'issuerCertificate':
				return this.#verdict(value, 'anchor', space);
			case 'certificate':
				return this.#verdict(value, 'end-entity', space);
			case 'trustScope':
			case 'trustedSubject':
				return this.#trust(asIs, space);
			case 'permissionsPolicy':
				return this.#permissions(asIs, space);
			case 'managedPolicy':
				return Array.isArray(value) && value.length > 0 ? this.#permissions(asIs, space) : [];
			default:
				return [];
		}
	}

	#verdict(value: AnswerValue | undefined, role: 'anchor' | 'end-entity', space: Space): readonly Line[] {
		const bytes = typeof value === 'string' ? this.#read(value) : undefined;
		return bytes === undefined
			? []
			: verdictRows(judgeGiven(bytes, {role, at: this.#surroundings.now(), called: texts.thisFile}), space);
	}

	#trust(answers: Answers, space: Space): readonly Line[] {
		const trust = previewTrust({
			answers,
			issuerCertificates: this.#certificates(answers.issuerCertificate, 'anchor'),
			certificate: this.#certificates(answers.certificate, 'end-entity')?.[0],
		});
		if (trust === undefined) {
			return [];
		}

		if ('message' in trust) {
			return marked(space.theme.symbols.attention, trust.message, {width: space.columns, tone: 'caution'});
		}

		return [
			...trust.sentences.flatMap(sentence => wrap(sentence, space.columns)),
			...warningRows(trust.warnings, space),
			blank,
			line(texts.trustPolicy, 'faint'),
			...trust.policy.split('\n').flatMap(row => policyRows(row, space.columns)),
		];
	}

	#permissions({permissionsPolicy, managedPolicy = []}: Answers, space: Space): readonly Line[] {
		const bytes = permissionsPolicy === undefined ? undefined : this.#read(permissionsPolicy);
		const preview = previewPermissions({
			inline: bytes && Buffer.from(bytes).toString('utf8'),
			managed: managedPolicy,
			called: texts.thisFile,
		});
		if ('message' in preview) {
			return marked(space.theme.symbols.attention, preview.message, {width: space.columns, tone: 'caution'});
		}

		return bytes === undefined && managedPolicy.length === 0
			? []
			: [
					...preview.sentences.flatMap(sentence => wrap(sentence, space.columns)),
					...warningRows(preview.warnings, space),
				];
	}

	#certificates(
		file: string | undefined,
		role: 'anchor' | 'end-entity',
	): readonly [Certificate, ...Certificate[]] | undefined {
		const bytes = file === undefined ? undefined : this.#read(file);
		const verdict = bytes && judgeGiven(bytes, {role, at: this.#surroundings.now(), called: texts.thisFile});
		if (verdict === undefined || verdict.state === 'unreadable') {
			return undefined;
		}

		const [first, ...others] = verdict.certificates;
		return [first.certificate, ...others.map(({certificate}) => certificate)];
	}

	/** The bytes when they are there already; else they are fetched, and everything is drawn again. */
	#read(typed: string): Uint8Array | undefined {
		const file = path.resolve(this.#surroundings.workingDirectory, typed);
		if (!this.#files.has(file)) {
			this.#files.set(file, undefined);
			readFile(file).then(
				bytes => {
					if (bytes.length <= LARGEST) {
						this.#files.set(file, bytes);
						this.#surroundings.refresh();
					}
				},
				// Not there, a folder, not readable: told when the answer is given, and looked at again then.
				() => this.#files.delete(file),
			);
		}

		return this.#files.get(file);
	}
}

/** What the rules say of certificates, with what helps. */
export function verdictRows(verdict: CertificateVerdict, space: Space): readonly Line[] {
	const {columns, theme} = space;
	if (verdict.state === 'unreadable') {
		return marked(theme.symbols.failed, `${verdict.message} ${verdict.next[0]}.`, {width: columns, tone: 'bad'});
	}

	return verdict.certificates.flatMap(({subject, issuer, validUntil, findings}, index) => [
		...(index === 0 ? [] : [blank]),
		...wrap(texts.certificate(subject, issuer, validUntil), columns),
		...(findings.length === 0
			? [[span(`${theme.symbols.done} `, 'good'), span(texts.nothingAgainst)] satisfies Line]
			: findings.flatMap(finding => findingRows(finding, space))),
	]);
}

const SEVERITY: Readonly<Record<Finding['severity'], Tone>> = {error: 'bad', warning: 'caution', notice: 'faint'};

/** One finding: what, then what helps. */
export function findingRows(
	{severity, message, fix, rule}: Finding,
	{columns, theme: {symbols}}: Space,
): readonly Line[] {
	const mark = severity === 'error' ? symbols.failed : symbols.attention;
	return [
		...marked(mark, `${texts.severity[severity]}: ${message} (${rule})`, {width: columns, tone: SEVERITY[severity]}),
		...wrap(texts.helps(fix), columns - 2).map(row => [span('  '), ...row]),
	];
}

function warningRows(warnings: readonly string[], {columns, theme}: Space): readonly Line[] {
	return warnings.flatMap(warning => marked(theme.symbols.attention, warning, {width: columns, tone: 'caution'}));
}

/** JSON keeps its margin where a row is broken. */
function policyRows(row: string, columns: number): readonly Line[] {
	const margin = /^ */.exec(row)?.[0] ?? '';
	return wrapText(row.slice(margin.length), Math.max(10, columns - margin.length - 2)).map((part, index) =>
		line(`${margin}${index === 0 ? '' : '  '}${part}`, 'faint'),
	);
}
