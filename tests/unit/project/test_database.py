from sqlalchemy import create_engine, text


def test_the_database_that_ci_starts_answers(postgres_url):
    engine = create_engine(postgres_url)
    with engine.connect() as connection:
        assert connection.execute(text("select 6 * 7")).scalar_one() == 42
    engine.dispose()
