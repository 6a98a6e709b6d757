import type {HostSubject} from '../host-subject.ts';
import {defineRule} from '../rule.ts';
import {metadataVariables} from './sources.ts';

export default defineRule<HostSubject>({
	id: 'host-region-served',
	severity: 'warning',
	title: 'Where a helper serves credentials at a metadata address, variables name the region.',
	why: 'The helper does not serve a region, so that clients say "You must specify a region"; some read AWS_REGION, others AWS_DEFAULT_REGION.',
	fix: 'Set AWS_REGION and AWS_DEFAULT_REGION for the workload.',
	source: metadataVariables(['SRV-03', 'K8S-04', 'CFG-13']),
	examples: {
		fails: '{"host": {"variables": {"AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:9911"}}}',
		passes:
			'{"host": {"variables": {"AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:9911", "AWS_REGION": "eu-central-1", "AWS_DEFAULT_REGION": "eu-central-1"}}}',
	},
	appliesTo: ({host: {variables}}) => variables['AWS_EC2_METADATA_SERVICE_ENDPOINT'] !== undefined,
	check: ({host: {variables}}) =>
		['AWS_REGION', 'AWS_DEFAULT_REGION']
			.filter(name => variables[name] === undefined)
			.map(name => ({at: name, message: `${name} is not set.`})),
});
