import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Calendar } from '../../../src/domain/calendar/calendar.schema';
import type { Person, Procedure, Unit } from '../../../src/domain/organisation/organisation.schema';
import type { ReminderPolicy } from '../../../src/domain/reminders/policy.schema';
import { call, matching, Problem } from '../api/client';
import { usePeople, useProcedures, useUnits } from '../api/queries';

export type Stored<T> = T & { readonly version: number; readonly updatedAt?: string; readonly updatedBy?: string };
export type StoredUnit = Stored<Unit>;
export type StoredPerson = Stored<Person>;
export type StoredCalendar = Stored<Calendar>;
export type StoredProcedure = Stored<Procedure>;
export type StoredPolicy = Stored<ReminderPolicy>;

/** People and units with all their fields: the lists that the names of the pages come from. */
export const useAllUnits = () => useUnits() as { data: readonly StoredUnit[] | undefined; error: unknown };
export const useAllPeople = () => usePeople() as { data: readonly StoredPerson[] | undefined; error: unknown };
export const useAllProcedures = () =>
  useProcedures() as { data: readonly StoredProcedure[] | undefined; error: unknown };

const listed = <T>(kind: string) => ({
  queryKey: ['documents', kind],
  queryFn: async () => (await call<{ items: readonly T[] }>('GET', `/v1/${kind}?limit=200`)).items,
});
export const useCalendars = () => useQuery(listed<StoredCalendar>('calendars'));
export const usePolicies = () => useQuery(listed<StoredPolicy>('reminder-policies'));

export type Kind = 'units' | 'people' | 'procedures' | 'calendars' | 'reminder-policies' | 'collectors';
type Put = { readonly id: string; readonly body: object; readonly version?: number | undefined };

/** Puts one document: on the version that was seen, or as a new one. @throws Problem */
export function putDocument(kind: Kind, { id, body, version }: Put): Promise<unknown> {
  return call('PUT', `/v1/${kind}/${encodeURIComponent(id)}`, body, matching(version));
}

export function usePut(kind: Kind) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (put: Put) => putDocument(kind, put),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['documents', kind] }),
  });
}

/** What the refusal says about one field, by its JSON pointer. */
export const errorAt = (error: unknown, pointer: string): string | undefined =>
  error instanceof Problem
    ? error.errors.find(({ field }) => field === pointer || field.startsWith(`${pointer}/`))?.message
    : undefined;
