import type {AwsAccess} from '../aws/access.ts';
import type {ConfigLocations} from '../config-file/locations.ts';
import type {CommandPlatform} from '../config-file/quoting.ts';
import {readConfigFiles} from '../config-file/read-config-files.ts';
import {sessionNameOf, sourceIdentityOf} from '../decide/identity.ts';
import {ExpectedError} from '../errors.ts';
import type {Certificate} from '../pki/certificate/certificate.ts';
import {printable} from '../printable.ts';
import {runCredentialProcess} from './credential-process.ts';

/** What shows that a set-up works: whom AWS takes the consumer for. */
export interface Proof {
	/** Of the assumed role's session. */
	readonly arn: string;
	readonly accountId: string;
	readonly sourceIdentity: string;
	/** When the credentials end. */
	readonly expiration: Date;
}

/** Where the written block is, and for whom. */
export interface Proving {
	readonly cliProfile: string;
	readonly locations: ConfigLocations;
	readonly platform: CommandPlatform;
	/** As a consumer would have it. */
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly certificate: Certificate;
	/** When something that takes time to spread was last changed at AWS. */
	readonly changedAt: Date | undefined;
	/** Its endpoints count where the block names none; its credentials are not used. */
	readonly access: AwsAccess;
	readonly say: (text: string) => void;
}

/** For so long after a change IAM may still answer as before (fact sheet, IAM-20), in milliseconds. */
const SPREADING = 120_000;

/** For so long it is waited for, in milliseconds (fact sheet, 4.4). */
const PATIENCE = 60_000;

const PAUSE = 3000;

/**
 * Proves a set-up as a consumer would use it: reads the CLI profile, splits its `credential_process`
 * as botocore does, runs it without a shell, and asks AWS who these credentials are.
 *
 * @throws {ExpectedError} `PROOF_FAILED` with what the program or AWS said.
 */
export async function prove(proving: Proving): Promise<Proof> {
	const {words, region, endpoint} = await readBlock(proving);
	const credentials = await untilSpread(proving, () => runCredentialProcess(words, proving));
	const {createSts} = await import('../aws/sts.ts');
	const {access, certificate} = proving;
	const sts = createSts({
		...access,
		region: region ?? access.region,
		credentials: async () => credentials,
		endpoints: endpoint === undefined ? access.endpoints : {sts: endpoint},
	});
	const identity = await sts.getCallerIdentity();
	requireOwnSession(identity.arn, certificate);
	return {
		arn: identity.arn,
		accountId: identity.accountId,
		sourceIdentity: sourceIdentityOf(certificate),
		expiration: credentials.expiration,
	};
}

async function readBlock({cliProfile, locations, platform, env}: Proving) {
	const files = await readConfigFiles(cliProfile, {locations, platform, env});
	const words = files.processLines.find(({file}) => file === 'config')?.toBotocore;
	if (!words?.ok) {
		throw failed(`The CLI profile ${cliProfile} in ${printable(locations.config)} names no program to run.`);
	}

	const setting = (name: string) =>
		files.configSections.flatMap(({keys}) => keys).find(({written}) => written === name)?.value;
	return {words: words.value, region: setting('region'), endpoint: setting('endpoint_url')};
}

/** Tries again while what was just made may not have spread yet, and only then (fact sheet, IAM-20). */
async function untilSpread<Value>(
	{changedAt, access: {now, sleep}, say}: Proving,
	work: () => Promise<Value>,
): Promise<Value> {
	const begun = now().getTime();
	for (let attempt = 1; ; attempt++) {
		try {
			return await work();
		} catch (error) {
			const time = now().getTime();
			const isFresh = changedAt !== undefined && time - changedAt.getTime() < SPREADING;
			const isPassing =
				error instanceof ExpectedError &&
				/unable to assume role|no identity-based policy allows/i.test(error.message) &&
				!/DurationSeconds exceeds/i.test(error.message);
			if (!isFresh || !isPassing || time - begun > PATIENCE) {
				throw error;
			}

			if (attempt === 1) {
				say('The role was made just now; waiting until it may be assumed everywhere.');
			}

			await sleep(PAUSE);
		}
	}
}

/** A session is named by the serial number of its certificate: any other was made by someone else. */
function requireOwnSession(arn: string, certificate: Certificate): void {
	if (arn.split('/').at(-1) !== sessionNameOf(certificate)) {
		throw failed(
			`The credentials work, but are those of ${printable(arn)}: not of a session of this certificate, whose serial number is ${sessionNameOf(certificate)}.`,
		);
	}
}

function failed(message: string): ExpectedError {
	return new ExpectedError('PROOF_FAILED', message, {next: ['Look at the block, and at what else sets credentials']});
}
