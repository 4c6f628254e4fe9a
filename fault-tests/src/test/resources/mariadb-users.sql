CREATE USER IF NOT EXISTS 'administrator'@'127.0.0.1';
GRANT ALL ON *.* TO 'administrator'@'127.0.0.1' WITH GRANT OPTION;
CREATE USER IF NOT EXISTS 'service'@'127.0.0.1';
GRANT ALL ON `s%`.* TO 'service'@'127.0.0.1';
