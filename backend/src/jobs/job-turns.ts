/** A blocked user's jobs rest where they are, and go on when the block is lifted. */
export const ALLOWED = `not exists
  (select 1 from users where users.id = owner_id and users.blocked_at is not null)`;

/** Nobody works on it. A waiting job may have to rest, as after a store was away. */
const UNHELD = `coalesce(lease_until, '-infinity') < now() and ${ALLOWED}`;

export const FREE = `status in ('queued', 'running') and ${UNHELD}`;

/**
 * Unfinished jobs with their turns: a user's begun jobs and then the waiting ones, the more urgent
 * first, are numbered from one, and those begun have had theirs. So the order by turn goes round the
 * users, and who has most running waits longest. Columns: job_id, begun, held, urgency, since, turn.
 */
const TURNS = `select id as job_id, begun, begun and not unheld as held, priority as urgency,
    requested_at as since, case when not begun then row_number() over
      (partition by owner_id order by begun desc, priority desc, requested_at, id) end as turn
  from (select id, owner_id, priority, requested_at, status = 'running' as begun,
      coalesce(lease_until, '-infinity') < now() as unheld
    from jobs where status in ('queued', 'running') and ${ALLOWED}) unfinished`;

/** What was interrupted goes on, then paid work, then in turn. */
const IN_TURN = 'begun desc, urgency desc, turn, since, job_id';

/** Ids of the jobs that wait for a worker, in the order in which they will be taken, as one text. */
export const QUEUE = `select coalesce(string_agg(job_id::text, ',' order by ${IN_TURN}), '') as ids
  from (${TURNS}) turns where not held`;

const INTERRUPTED = `select id from jobs where status = 'running' and ${UNHELD}
  order by priority desc, requested_at, id limit 1 for update skip locked`;

const MOST_URGENT = `select priority from jobs where status = 'queued' and ${UNHELD}
  order by priority desc, requested_at, id limit 1`;

/** Of the most urgent ones the oldest whose owner has nothing else before it: it has turn one. */
const FIRST_OF_ITS_OWNER = `select id from jobs
  where status = 'queued' and priority = (${MOST_URGENT}) and ${UNHELD} and not exists
    (select 1 from jobs o where o.owner_id = jobs.owner_id and o.status in ('queued', 'running')
      and (o.status = 'running' or o.priority > jobs.priority or o.priority = jobs.priority
        and (o.requested_at, o.id) < (jobs.requested_at, jobs.id)))
  order by requested_at, id limit 1 for update skip locked`;

const NEXT_OF_ALL = `select id from jobs join (${TURNS}) turns on turns.job_id = jobs.id
  where ${FREE} order by ${IN_TURN} limit 1 for update of jobs skip locked`;

/**
 * Id of the job that is to be taken next, locked; none that another worker is just taking, so that
 * each of many that ask at the same moment goes one further. The first part that finds one ends the
 * search: only when every owner in the queue is served already is all of it put in order.
 */
export const NEXT_JOB = `select id from (select id from (${INTERRUPTED}) interrupted
  union all select id from (${FIRST_OF_ITS_OWNER}) first
  union all select id from (${NEXT_OF_ALL}) next) candidates limit 1`;
