insert into request (
    place, id, number, desk, year, serial, received_on, registered_on, decided_on, due, applicant, information, stage, state, nearest,
    late_after, channel, officer, name_key
) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
