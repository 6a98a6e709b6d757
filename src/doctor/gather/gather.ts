import type {CommandEvidence, ProgramRun} from '../evidence/command.ts';
import {EVIDENCE_FORMAT, type Evidence, type EvidencePart} from '../evidence/evidence.ts';
import {absent, type Look, seen} from '../evidence/look.ts';
import {findUser, surroundingsOf} from './find-user.ts';
import type {Before, Probe} from './probe.ts';
import {accountProbe} from './probes/account.ts';
import {commandProbe} from './probes/command.ts';
import {configProbe} from './probes/config.ts';
import {filesProbe} from './probes/files.ts';
import {hostProbe} from './probes/host.ts';
import {lastErrorProbe} from './probes/last-error.ts';
import {liveProbe} from './probes/live.ts';
import {networkProbe} from './probes/network.ts';
import {runCommand} from './run-command.ts';
import type {Surroundings} from './surroundings.ts';
import {whichCliProfile} from './which-cli-profile.ts';
import {secretValues, withoutSecrets} from './without-secrets.ts';

/** Who looks at which part. */
const PROBES: {readonly [Part in EvidencePart]: Probe<Part>} = {
	host: hostProbe,
	config: configProbe,
	command: commandProbe,
	files: filesProbe,
	network: networkProbe,
	account: accountProbe,
	live: liveProbe,
	lastError: lastErrorProbe,
};

/** Told of each part when it is begun and when it is done. */
export interface GatherProgress {
	begun?(part: EvidencePart): void;
	done?(part: EvidencePart, soFar: Partial<Evidence>): void;
}

/**
 * Looks at everything that decides whether there are credentials, and judges nothing. Probes that do not need one another
 * look at the same time.
 *
 * @throws {ExpectedError} `USAGE` for a user that this system does not know; `INTERRUPTED`.
 */
export async function gatherEvidence(surroundings: Surroundings, on: GatherProgress = {}): Promise<Evidence> {
	const here = surroundingsOf(await findUser(surroundings), surroundings);
	const {told} = here.options;
	const known = {
		format: EVIDENCE_FORMAT,
		at: here.now().toISOString(),
		cliProfile: await whichCliProfile(here),
		...(told !== undefined && {told: withoutSecrets(told, secretValues(here.env))}),
	} as const;
	const soFar = await lookAtAll(known, here, on);
	if (!isWhole(soFar)) {
		throw new Error('a part of the evidence was not looked at');
	}

	return soFar;
}

const PARTS: readonly EvidencePart[] = [
	'host',
	'config',
	'command',
	'files',
	'network',
	'account',
	'live',
	'lastError',
];

function isWhole(soFar: Before): soFar is Evidence {
	return PARTS.every(part => soFar[part] !== undefined);
}

/** Each part once, after those that it needs; running the command, which takes longest and leaves a new last error, beside all else. */
async function lookAtAll(known: Before, surroundings: Surroundings, {begun, done}: GatherProgress): Promise<Before> {
	const soFar: {-readonly [Member in keyof Before]: Before[Member]} = {...known};
	const looks = new Map<EvidencePart, Promise<void>>();
	async function lookAt<Part extends EvidencePart>(part: Part): Promise<void> {
		const {needs, gather}: Probe<Part> = PROBES[part];
		await Promise.all(needs.map(look));
		begun?.(part);
		soFar[part] = await gather({...soFar}, surroundings);
		done?.(part, {...soFar});
	}

	function look(part: EvidencePart): Promise<void> {
		const begunBefore = looks.get(part) ?? lookAt(part);
		looks.set(part, begunBefore);
		return begunBefore;
	}

	const [run] = await Promise.all([
		look('lastError').then(() => runCommand({...soFar}, surroundings)),
		...PARTS.map(look),
	]);
	soFar.command = withRun(soFar.command, run);
	return soFar;
}

function withRun(command: Before['command'], run: Look<ProgramRun>): Look<CommandEvidence> {
	return command?.state === 'seen' ? seen({...command.value, run}) : (command ?? absent);
}
