import {printable} from '../../printable.ts';
import type {HostSubject} from '../host-subject.ts';
import {defineRule} from '../rule.ts';
import {metadataVariables} from './sources.ts';

const NAME = 'AWS_EC2_METADATA_SERVICE_ENDPOINT';

export default defineRule<HostSubject>({
	id: 'host-metadata-address',
	severity: 'warning',
	title: 'The metadata address of a helper that serves credentials is written as all clients read it.',
	why: 'The helper listens on 127.0.0.1 alone, while localhost may be ::1; the SDK for Java refuses a slash at the end; and no client asks where that is switched off.',
	fix: `Set ${NAME}=http://127.0.0.1:9911 and leave AWS_EC2_METADATA_DISABLED unset.`,
	source: metadataVariables(['SRV-01', 'SRV-05', 'K8S-04']),
	examples: {
		fails: '{"host": {"variables": {"AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://localhost:9911/"}}}',
		passes: '{"host": {"variables": {"AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:9911"}}}',
	},
	appliesTo: ({host: {variables}}) => variables[NAME] !== undefined,
	check({host: {variables}}) {
		const address = variables[NAME] ?? '';
		const isDisabled = variables['AWS_EC2_METADATA_DISABLED']?.toLowerCase() === 'true';
		return [
			...(/^https?:\/\/localhost\b/i.test(address)
				? [{at: NAME, message: `${NAME} names localhost: ${printable(address)}.`}]
				: []),
			...(address.endsWith('/') ? [{at: NAME, message: `${NAME} ends in a slash: ${printable(address)}.`}] : []),
			...(isDisabled
				? [
						{
							at: 'AWS_EC2_METADATA_DISABLED',
							message: 'AWS_EC2_METADATA_DISABLED is true, so that no client asks there.',
						},
					]
				: []),
		];
	},
});
