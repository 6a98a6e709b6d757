import {Certificate} from '../../../src/pki/certificate/certificate.ts';
import {Crl} from '../../../src/pki/crl/crl.ts';
import {bitString, element, integer, sequence, time} from '../../../src/pki/der/der-writer.ts';
import {takeIn} from '../../../src/pki/intake/intake.ts';
import {encodePem} from '../../../src/pki/intake/pem.ts';
import {privateKeyFacts} from '../../../src/pki/intake/private-key-facts.ts';
import {FileSet} from '../../../src/rules/file-set.ts';
import {likelyRole} from '../../../src/rules/roles.ts';
import type {Rule} from '../../../src/rules/rule.ts';
import {runRule, type Verdict} from '../../../src/rules/run.ts';
import {rules} from '../../../src/rules/set/rules.generated.ts';
import type {GivenThing, ThingInSet} from '../../../src/rules/thing-in-set.ts';
import {issueForTest, pki, type TestCertificate, testTime} from '../certificates.ts';
import {PASSPHRASE} from '../key-files.ts';
import {howToSign} from '../test-keys.ts';
import type {FolderExamples} from './example.ts';
import {readLines} from './example.ts';

/** Examples of the rules on sets: files with the things in them, called by the names below. */
export const setExamples: FolderExamples = {
	async judge(id, example) {
		const rule = rules.find(candidate => candidate.id === id);
		if (!rule) {
			throw new Error(`there is no rule ${id}`);
		}

		return judgeSetBy(rule, await readSetExample(example));
	},
};

/** What a rule makes of everything in a set: failed when it finds anything of anything. */
export function judgeSetBy(rule: Rule<ThingInSet>, things: readonly GivenThing[]): Verdict {
	const set = new FileSet(things);
	const verdicts = things.map(thing => runRule(rule, {thing, set, at: testTime}));
	const findings = verdicts.flatMap(verdict => verdict.findings);
	const worst = verdicts.find(({status}) => status === 'broken') ?? verdicts.find(({status}) => status === 'failed');
	const passed = verdicts.some(({status}) => status === 'passed') ? 'passed' : 'not-applicable';
	return {rule: rule.id, status: worst?.status ?? passed, findings};
}

/** The things that the lines name, taken in from PEM as they would be from files. */
export async function readSetExample(example: string): Promise<readonly GivenThing[]> {
	const things: GivenThing[] = [];
	for (const [path, names] of readLines(example.replaceAll(/^([\w./-]+):/gm, '$1 ='))) {
		const texts: string[] = [];
		for (const name of names.split(', ')) {
			texts.push(await pemOf(name));
		}

		things.push(...takeIn(Buffer.from(texts.join(''))).items.map((item, index) => givenThing(path, item, index)));
	}

	return things;
}

function givenThing(path: string, item: GivenThing['item'], index: number): GivenThing {
	const certificate = item.kind === 'certificate' ? Certificate.read(item.der) : undefined;
	const crl = item.kind === 'crl' ? Crl.read(item.der) : undefined;
	return {
		path,
		index,
		item,
		...(certificate?.ok && {certificate: certificate.value, role: likelyRole(certificate.value)}),
		...(item.kind.endsWith('private-key') && {key: privateKeyFacts(item)}),
		...(crl?.ok && {crl: crl.value}),
	};
}

const issued = new Map<string, Promise<TestCertificate>>();

async function pemOf(name: string): Promise<string> {
	const encrypted = /^encrypted key of (.*)$/.exec(name)?.[1];
	if (encrypted !== undefined) {
		const {privateKey} = await named(encrypted);
		return privateKey.export({type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: PASSPHRASE}).toString();
	}

	const key = /^key of (.*)$/.exec(name)?.[1];
	if (key !== undefined) {
		return (await named(key)).privateKey.export({type: 'pkcs8', format: 'pem'}).toString();
	}

	const revoked = /^list that revokes (.*)$/.exec(name)?.[1];
	if (revoked !== undefined) {
		return listThatRevokes(await named('issuing'), await named(revoked));
	}

	const [, count, strict] = /^(\d) issuers( \(the upper allows none\))?$/.exec(name) ?? [];
	if (count !== undefined) {
		const pems: string[] = [];
		for (let level = Number(count); level > 0; level -= 1) {
			pems.push((await named(`issuer ${level}${strict ?? ''}`)).pem);
		}

		return pems.join('');
	}

	return (await named(name)).pem;
}

/** The certificate of that name; the same one each time. */
function named(name: string): Promise<TestCertificate> {
	const before = issued.get(name);
	if (before) {
		return before;
	}

	const made = make(name);
	issued.set(name, made);
	return made;
}

async function make(name: string): Promise<TestCertificate> {
	const {root, issuing, endEntity} = await pki();
	const level = /^(issuer|host below) (\d)( \(the upper allows none\))?$/.exec(name);
	if (level) {
		return makeBelow(level[1] === 'issuer', Number(level[2]), level[3] ?? '');
	}

	switch (name) {
		case 'root':
			return root;
		case 'issuing':
			return issuing;
		case 'host':
			return endEntity;
		case 'second host':
			return issueForTest({subject: 'CN=second.example.com,O=Example'});
		case 'other root':
			return issueForTest({role: 'anchor', subject: 'CN=Other Root,O=Example'});
		case 'other root without limit':
			return issueForTest({role: 'anchor', subject: 'CN=Wide Root,O=Example', basicConstraints: {isCa: true}});
		case 'stranger':
			return issueForTest({signedBy: await named('other root')});
		case 're-keyed issuing':
			return issueForTest({role: 'issuer', subject: issuing.certificate.subject.der});
		case 'host with the same serial number':
			return issueForTest({serial: Buffer.from(endEntity.certificate.serial.hex, 'hex')});
		case 'host that outlives its issuer':
			return issueForTest({notAfter: new Date('2040-01-01T00:00:00Z')});
		case 'host of issuing in other letters':
			return issueForTest({issuer: 'CN=TEST ISSUING,O=Example'});
		default:
			throw new Error(`no example has a "${name}"`);
	}
}

/** Issuers below the root, the first of them signed by it; of a host the number of issuers above it. */
async function makeBelow(isIssuer: boolean, level: number, strict: string): Promise<TestCertificate> {
	const upper = isIssuer ? level - 1 : level;
	const signedBy = upper === 0 ? await named('other root without limit') : await named(`issuer ${upper}${strict}`);
	const basicConstraints = strict !== '' && level === 1 ? {isCa: true, pathLength: 0} : {isCa: true};
	return isIssuer
		? issueForTest({role: 'issuer', subject: `CN=Issuer ${level},O=Example`, signedBy, basicConstraints})
		: issueForTest({signedBy});
}

async function listThatRevokes({certificate, privateKey}: TestCertificate, revoked: TestCertificate): Promise<string> {
	const {identifier, sign} = howToSign(privateKey, undefined);
	const serial = element(0x02, Buffer.from(revoked.certificate.serial.hex, 'hex'));
	const tbs = sequence(
		integer(1),
		identifier,
		certificate.subject.der,
		time(new Date('2026-05-20T00:00:00Z')),
		time(new Date('2026-07-20T00:00:00Z')),
		sequence(sequence(serial, time(new Date('2026-05-20T00:00:00Z')))),
	);
	return encodePem('X509 CRL', sequence(tbs, identifier, bitString(sign(tbs))));
}
