delete from offices;
delete from requests;
delete from tests;
delete from questions;
delete from matters;
delete from misfits
