import type {ConfigEvidence, ConfigText} from '../../evidence/config.ts';
import type {UserEvidence} from '../../evidence/host.ts';
import {type Look, seen} from '../../evidence/look.ts';
import {obstacleFor} from '../access-for.ts';
import {type RawConfig, readConfigTexts} from '../config-texts.ts';
import {type Before, defineProbe} from '../probe.ts';
import {redactConfig} from '../redact-config.ts';

/** The AWS config file and the credentials file, without their secrets. */
export const configProbe = defineProbe({
	part: 'config',
	needs: ['host'],
	async gather({host}: Before, surroundings): Promise<ConfigEvidence> {
		const {config, credentials} = await readConfigTexts(surroundings);
		return {config: await toEvidence(config, host?.user), credentials: await toEvidence(credentials, host?.user)};
	},
});

async function toEvidence(look: Look<RawConfig>, user: UserEvidence | undefined): Promise<Look<ConfigText>> {
	if (look.state !== 'seen') {
		return look;
	}

	const obstacle = await obstacleFor(user, look.value.path, 'read');
	return seen({...look.value, text: redactConfig(look.value.text), ...(obstacle !== undefined && {obstacle})});
}
