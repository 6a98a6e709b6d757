import type {JsonValue} from '../reply.ts';
import {structure} from '../shape.ts';
import type {RehearsalState, StoredSubject} from '../state.ts';
import {resourceArn} from '../store.ts';
import {listRequest, uuid} from './members.ts';
import {defineOperation, type RunnableOperation} from './operation.ts';
import {pageOf, requireRecord} from './records.ts';

/** The operations on subjects, which only CreateSession makes (fact sheet, API-20). */
export const subjectOperations: readonly RunnableOperation[] = [
	defineOperation({
		name: 'ListSubjects',
		method: 'GET',
		path: '/subjects',
		input: listRequest,
		run(input, state) {
			const {records, nextToken} = pageOf(state.subjects, input, 'subjects');
			return {value: {subjects: records.map(record => summaryOf(state, record)), nextToken}};
		},
	}),
	defineOperation({
		name: 'GetSubject',
		method: 'GET',
		path: '/subject/{subjectId}',
		input: structure({subjectId: uuid}, {}),
		run({subjectId}, state) {
			const record = requireRecord(state.subjects, subjectId, 'Subject');
			const {credentials, instanceProperties} = record;
			return {value: {subject: {...summaryOf(state, record), credentials, instanceProperties}}};
		},
	}),
];

function summaryOf(state: RehearsalState, record: StoredSubject): Record<string, JsonValue> {
	return {
		subjectArn: resourceArn(state, 'subject', record.id),
		subjectId: record.id,
		enabled: record.enabled,
		x509Subject: record.x509Subject,
		lastSeenAt: record.lastSeenAt,
		createdAt: record.createdAt,
		updatedAt: record.updatedAt,
	};
}
