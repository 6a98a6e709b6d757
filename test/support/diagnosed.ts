import type {CheckId} from '../../src/doctor/diagnose/diagnosis.ts';
import type {Found} from '../../src/doctor/diagnose/found.ts';
import {EVIDENCE_FORMAT, type Evidence} from '../../src/doctor/evidence/evidence.ts';
import {absent, seen, unseen} from '../../src/doctor/evidence/look.ts';
import type {Finding} from '../../src/rules/finding.ts';
import {everyRule} from '../../src/rules/folders.ts';

const offline = unseen('offline', 'Nothing was sent, as was asked for.');
const nothing = unseen('nothing-to-look-at', 'No command says which.');

/** A machine on which there is nothing, looked at without the network. */
export const emptyMachine: Evidence = {
	format: EVIDENCE_FORMAT,
	at: '2026-06-01T00:00:00.000Z',
	cliProfile: {name: 'default', chosenBy: 'usual'},
	host: {
		platform: 'linux',
		architecture: 'x64',
		nodeVersion: 'v22.0.0',
		programVersion: '0.1.0',
		workingDirectory: '/home/ida',
		home: seen('/home/ida'),
		surroundings: [],
		variables: {},
		secretVariables: [],
	},
	config: {config: absent, credentials: absent},
	command: absent,
	files: {
		certificate: nothing,
		privateKey: nothing,
		intermediates: nothing,
		passphraseFile: nothing,
		nearby: [],
		issuers: [],
	},
	network: {
		endpoint: nothing,
		proxy: absent,
		dns: offline,
		tcp: offline,
		tls: offline,
		http: offline,
		tunnel: offline,
		authorities: absent,
	},
	account: {
		administrator: offline,
		trustAnchor: offline,
		trustAnchors: offline,
		profile: offline,
		profiles: offline,
		role: offline,
		crls: offline,
		subject: offline,
	},
	live: offline,
	lastError: absent,
};

/** A finding of a rule that there is. */
export function findingOf(rule: string, differing: Partial<Finding> = {}): Finding {
	const text = everyRule.find(({id}) => id === rule);
	if (!text) {
		throw new Error(`there is no rule ${rule}`);
	}

	const {severity, why, fix, source} = text;
	return {rule, severity, message: `Breaks ${rule}.`, why, fix, at: '', source, ...differing};
}

/** The same as a check comes upon it. */
export function foundOf(check: CheckId, rule: string, differing: Partial<Finding> = {}): Found {
	return {check, finding: findingOf(rule, differing)};
}
