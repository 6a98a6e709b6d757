import type {Finding} from '../../rules/finding.ts';

/** True for what the machine does to the config files, which stand under a check of their own. */
export function isAboutConfig({rule}: Finding): boolean {
	return rule.includes('config');
}
