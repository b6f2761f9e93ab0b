-- The offices of the regency. A new one begins with the kecamatan of Serdang Bedagai, which its admin changes, and with every office
-- that a desk or a code is of; an office without a name is called as it calls itself. retired: since when it is none any more, in
-- milliseconds since 1970.
create table directory (
    code text primary key,
    name text not null,
    kind text not null,
    contact text not null,
    retired integer
) strict, without rowid;
insert into directory (code, name, kind, contact)
values
    ('12.18.01', 'Pantai Cermin', 'kecamatan', ''),
    ('12.18.02', 'Perbaungan', 'kecamatan', ''),
    ('12.18.03', 'Teluk Mengkudu', 'kecamatan', ''),
    ('12.18.04', 'Sei Rampah', 'kecamatan', ''),
    ('12.18.05', 'Tanjung Beringin', 'kecamatan', ''),
    ('12.18.06', 'Bandar Khalipah', 'kecamatan', ''),
    ('12.18.07', 'Dolok Merawan', 'kecamatan', ''),
    ('12.18.08', 'Sipispis', 'kecamatan', ''),
    ('12.18.09', 'Dolok Masihul', 'kecamatan', ''),
    ('12.18.10', 'Kotarih', 'kecamatan', ''),
    ('12.18.11', 'Silinda', 'kecamatan', ''),
    ('12.18.12', 'Serba Jadi', 'kecamatan', ''),
    ('12.18.13', 'Tebing Tinggi', 'kecamatan', ''),
    ('12.18.14', 'Pegajahan', 'kecamatan', ''),
    ('12.18.15', 'Sei Bamban', 'kecamatan', ''),
    ('12.18.16', 'Tebing Syahbandar', 'kecamatan', ''),
    ('12.18.17', 'Bintang Bayu', 'kecamatan', '');
insert into directory (code, name, kind, contact)
select office, '', 'kecamatan', ''
from (select office from desks union select office from codes) as known
where office not in (select code from directory);
