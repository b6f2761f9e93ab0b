delete from questions
using unnest($1::text[], $2::uuid[]) as stale (office, question)
where questions.office = stale.office and questions.question = stale.question
