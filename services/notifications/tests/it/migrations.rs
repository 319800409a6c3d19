use notifications::store::Migrator;

#[tokio::test]
async fn migrations_go_up_down_and_up_again() {
    testkit::up_down_up::<Migrator>().await;
}
