import {printable} from '../../printable.ts';
import type {ConfigFiles} from '../config-files.ts';
import {defineRule} from '../rule.ts';
import {cliFiles} from './sources.ts';

export default defineRule<ConfigFiles>({
	id: 'config-region-variables',
	severity: 'warning',
	title: 'AWS_REGION and AWS_DEFAULT_REGION say the same, and not otherwise than the CLI profile.',
	why: 'boto3 and the AWS CLI of version 1 read AWS_DEFAULT_REGION only, most others AWS_REGION only; either wins over the region of the CLI profile.',
	fix: 'Set both to the region that is meant, or unset both and write region = REGION into the CLI profile.',
	source: cliFiles(['CFG-13']),
	examples: {
		fails: '[profile a]\ncredential_process = /opt/helper\n# Environment\nAWS_REGION=eu-central-1',
		passes:
			'[profile a]\ncredential_process = /opt/helper\nregion = eu-central-1\n# Environment\nAWS_REGION=eu-central-1',
	},
	appliesTo: ({processLines, choices}) =>
		processLines.length > 0 && (choices.has('AWS_REGION') || choices.has('AWS_DEFAULT_REGION')),
	check(files) {
		const [region, other] = [files.choices.get('AWS_REGION'), files.choices.get('AWS_DEFAULT_REGION')];
		const own = regionOf(files);
		if (region !== undefined && other !== undefined) {
			return region === other
				? ofOverride('AWS_REGION', region, own)
				: [
						{
							at: 'AWS_REGION',
							message: `AWS_REGION is ${printable(region)}, AWS_DEFAULT_REGION is ${printable(other)}.`,
						},
					];
		}

		const [set, unset] =
			region === undefined
				? (['AWS_DEFAULT_REGION', 'AWS_REGION'] as const)
				: (['AWS_REGION', 'AWS_DEFAULT_REGION'] as const);
		return own === undefined
			? [{at: set, message: `Only ${set} is set, not ${unset}, and the CLI profile has no region.`}]
			: ofOverride(set, files.choices.get(set) ?? own, own);
	},
});

function ofOverride(name: string, value: string, own: string | undefined) {
	return own === undefined || own === value
		? []
		: [
				{
					at: name,
					message: `${name} is ${printable(value)} and wins over the region of the CLI profile, ${printable(own)}.`,
					severity: 'notice' as const,
				},
			];
}

function regionOf({configSections, credentialsSections}: ConfigFiles): string | undefined {
	return [...configSections, ...credentialsSections]
		.flatMap(({keys}) => keys)
		.find(({written}) => written.toLowerCase() === 'region')?.value;
}
