from matters
where kind = $1
and ($2::text[] is null or office = any($2))
and ($3::text = '' or class = $3)
and ($4::text = '' or left(day, length($4)) = $4)
and not exists (select 1 from unnest($5::text[]) as word where position(word in words) = 0)
and ($6::boolean or stands)
