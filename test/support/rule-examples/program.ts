import {seen} from '../../../src/doctor/evidence/look.ts';
import {rules} from '../../../src/rules/program/rules.generated.ts';
import type {ProgramSubject} from '../../../src/rules/program-subject.ts';
import {goodCommand, goodHost, goodProgram} from './evidence.ts';
import {examplesOf} from './example.ts';

/** Examples of the rules on programs: what differs from a good `host` and a good `command`, its `program` included. */
export const programExamples = examplesOf<ProgramSubject>(rules, readProgramExample);

function readProgramExample(example: string): ProgramSubject {
	const {host = {}, command: {program = {}, ...command} = {}} = JSON.parse(example);
	return {
		host: {...goodHost, ...host},
		command: {
			...goodCommand,
			...command,
			program: 'state' in program ? program : seen({...goodProgram, ...program}),
		},
	};
}
