import type {ConfigText} from '../../evidence/config.ts';
import {type Look, seen} from '../../evidence/look.ts';
import {type RawConfig, readConfigTexts} from '../config-texts.ts';
import {defineProbe} from '../probe.ts';
import {redactConfig} from '../redact-config.ts';

/** The AWS config file and the credentials file, without their secrets. */
export const configProbe = defineProbe({
	part: 'config',
	needs: [],
	async gather(_before, surroundings) {
		const {config, credentials} = await readConfigTexts(surroundings);
		return {config: withoutSecrets(config), credentials: withoutSecrets(credentials)};
	},
});

function withoutSecrets(look: Look<RawConfig>): Look<ConfigText> {
	return look.state === 'seen' ? seen({...look.value, text: redactConfig(look.value.text)}) : look;
}
