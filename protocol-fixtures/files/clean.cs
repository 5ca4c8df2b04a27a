public class Clean
{
    public int Add(int a, int b)
    {
        return a + b;
    }
}
