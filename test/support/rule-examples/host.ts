import {seen} from '../../../src/doctor/evidence/look.ts';
import {rules} from '../../../src/rules/host/rules.generated.ts';
import type {HostSubject} from '../../../src/rules/host-subject.ts';
import {goodCommand, goodConfig, goodFiles, goodHost} from './evidence.ts';
import {examplesOf} from './example.ts';

/** Examples of the rules on the machine: what differs from a good `host`, `config`, `command` and good `files`. */
export const hostExamples = examplesOf<HostSubject>(rules, readHostExample);

function readHostExample(example: string): HostSubject {
	const {host = {}, config = {}, command = {}, files = {}} = JSON.parse(example);
	return {
		host: {...goodHost, ...host},
		config: {...goodConfig, ...config},
		command: 'state' in command ? command : seen({...goodCommand, ...command}),
		files: {...goodFiles, ...files},
	};
}
